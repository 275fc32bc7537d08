-- A way that needs no experience states no length of service above zero, and one that states a length needs some.
SELECT item_wording_id, alternative, min_years
FROM alternatives
WHERE min_years > 0 AND (no_experience_required IS NULL OR no_experience_required)
