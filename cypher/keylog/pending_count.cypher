// How many updates are not in the key log yet. → count · index unsequenced_id
MATCH (u:Unsequenced)
WHERE u.id > ''
RETURN count(u) AS count
