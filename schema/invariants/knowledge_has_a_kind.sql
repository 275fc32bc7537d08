-- Every item of knowledge says whether it names only acts.
SELECT wording_id
FROM items
WHERE block = 'knowledge' AND knowledge_kind IS NULL
