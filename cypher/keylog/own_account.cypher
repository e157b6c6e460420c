// The account of a person with its devices, by their ids. $personId → one row, none without an account · index person_id
MATCH (:Person {id: $personId})-[:HAS_KEYS]->(a:KeyAccount)
OPTIONAL MATCH (a)-[:HAS_DEVICE]->(d:KeyDevice)
WITH a, d ORDER BY d.id
RETURN a.id AS id, a.seq AS seq,
       collect(d { .id, .signatureKey, .name, .at, .lastAt }) AS devices
