// The account of encrypted messages of a person; no row when they have none. $personId → id
// index person_id
MATCH (:Person {id: $personId})-[:HAS_KEYS]->(a:KeyAccount)
RETURN a.id AS id
