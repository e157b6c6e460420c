// Ends featuring a topic, found by its name or by the id of the feature; idempotent.
// $personId, $name (or ""), $id (or "") → its name · index person_id
MATCH (:Person {id: $personId})-[f:FEATURES_TOPIC]->(t:Topic)
WHERE t.name = $name OR f.id = $id
WITH f, t.name AS name
DELETE f
RETURN name
