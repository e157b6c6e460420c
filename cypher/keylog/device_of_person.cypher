// A device, if it is active in the account of a person. $personId, $deviceId → account and last use · index person_id
MATCH (:Person {id: $personId})-[:HAS_KEYS]->(a:KeyAccount)-[:HAS_DEVICE]->(d:KeyDevice)
WHERE d.id = $deviceId
RETURN a.id AS accountId, d.lastAt AS lastAt
