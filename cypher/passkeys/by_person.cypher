// A person's passkeys, newest first. $personId → rows · index person_id
MATCH (p:Person {id: $personId})-[:HAS_PASSKEY]->(k:Passkey)
RETURN k { .id, .name, .at, .lastAt, .credential, .transports } AS passkey
ORDER BY k.id DESC
