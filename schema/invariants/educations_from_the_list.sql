-- The education of an alternative is a list of known codes, each once and in order.
SELECT item_wording_id, alternative, education
FROM alternatives
WHERE education IS NOT NULL
  AND education <> LTRIM(
      CASE WHEN ',' || education || ',' LIKE '%,higher,%' THEN ',higher' ELSE '' END
      || CASE WHEN ',' || education || ',' LIKE '%,postgraduate,%' THEN ',postgraduate' ELSE '' END
      || CASE WHEN ',' || education || ',' LIKE '%,post\_secondary,%' ESCAPE '\' THEN ',post_secondary' ELSE '' END
      || CASE WHEN ',' || education || ',' LIKE '%,tve,%' THEN ',tve' ELSE '' END
      || CASE WHEN ',' || education || ',' LIKE '%,secondary,%' THEN ',secondary' ELSE '' END
      || CASE WHEN ',' || education || ',' LIKE '%,basic\_secondary,%' ESCAPE '\' THEN ',basic_secondary' ELSE '' END
      || CASE WHEN ',' || education || ',' LIKE '%,primary,%' THEN ',primary' ELSE '' END,
      ','
  )
