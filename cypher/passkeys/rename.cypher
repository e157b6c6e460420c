// Renames one of a person's passkeys. $personId, $id, $name → the passkey, none if it is not theirs
// index person_id
MATCH (p:Person {id: $personId})-[:HAS_PASSKEY]->(k:Passkey)
WHERE k.id = $id
SET k.name = $name
RETURN k { .id, .name, .at, .lastAt } AS passkey
