// Updates that are not in the key log yet, in the order in which they came. $limit → rows · index unsequenced_id
MATCH (u:Unsequenced)
WHERE u.id > ''
RETURN u.id AS id, u.label AS label, u.seq AS seq, u.value AS value, u.opening AS opening
ORDER BY u.id
LIMIT $limit
