// Updates that are not in the key log yet, in the order in which they came, with the person whose chain it is; null when
// it is a handle. $limit → rows · index unsequenced_id, key_account_id
MATCH (u:Unsequenced)
WHERE u.id > ''
WITH u
ORDER BY u.id
LIMIT $limit
OPTIONAL MATCH (a:KeyAccount {id: u.accountId})
WHERE u.label STARTS WITH 'acct:'
RETURN u.id AS id, u.label AS label, u.seq AS seq, u.value AS value, u.opening AS opening, a.personId AS personId
ORDER BY id
