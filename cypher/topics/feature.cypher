// Features a topic on a person's profile; it may be new. Idempotent. No row: they feature $most others already.
// $personId, $name, $id, $most → its name · index person_id, topic_name
MATCH (p:Person {id: $personId})
WHERE COUNT { (p)-[:FEATURES_TOPIC]->() } < $most OR EXISTS { (p)-[:FEATURES_TOPIC]->(:Topic {name: $name}) }
MERGE (t:Topic {name: $name})
MERGE (p)-[f:FEATURES_TOPIC]->(t)
  ON CREATE SET f.id = $id
RETURN t.name AS name
