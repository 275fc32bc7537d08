-- One row per act that a source prints, amends or names, or the catalog names.
-- issuer_kk: Issuing body in Kazakh; NULL when no Kazakh source states it.
-- issuer_ru: Issuing body in Russian; NULL when no Russian source states it.
-- title_kk: Title in Kazakh; NULL when no Kazakh source states it.
-- title_ru: Title in Russian; NULL when no Russian source states it.
SELECT
    a.act_uri,
    a.kind,
    a.number,
    a.also_numbered,
    a.adopted_on,
    kk.issuer AS issuer_kk,
    ru.issuer AS issuer_ru,
    kk.title AS title_kk,
    ru.title AS title_ru,
    a.registration_number,
    a.registered_on,
    a.published_on,
    a.in_force_from,
    a.in_force_from_basis,
    a.in_force_to,
    a.in_force_to_basis,
    a.text_known
FROM acts a
LEFT JOIN act_names kk ON kk.act_uri = a.act_uri AND kk.language = 'kk'
LEFT JOIN act_names ru ON ru.act_uri = a.act_uri AND ru.language = 'ru'
