// Removes all of a person's passkeys. $personId → their ids · index person_id
MATCH (p:Person {id: $personId})-[:HAS_PASSKEY]->(k:Passkey)
WITH k, k.id AS id
DETACH DELETE k
RETURN id
