-- No item is empty, and none ends in the mark that closes it in a list.
SELECT wording_id, text
FROM items
WHERE TRIM(text) = '' OR text LIKE '%;'
