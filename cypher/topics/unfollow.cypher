// Ends following a topic; idempotent. $personId, $name → its name · index person_id
MATCH (p:Person {id: $personId})-[f:FOLLOWS_TOPIC]->(t:Topic {name: $name})
DELETE f
RETURN t.name AS name
