// Removes one of a person's passkeys. $personId, $id → its id, none if it is not theirs · index person_id
MATCH (p:Person {id: $personId})-[:HAS_PASSKEY]->(k:Passkey)
WHERE k.id = $id
DETACH DELETE k
RETURN $id AS id
