// Follows a topic, which may be new; idempotent. No row: they follow $most others already.
// $personId, $name, $id, $most → its name · index person_id, topic_name
MATCH (p:Person {id: $personId})
WHERE COUNT { (p)-[:FOLLOWS_TOPIC]->() } < $most OR EXISTS { (p)-[:FOLLOWS_TOPIC]->(:Topic {name: $name}) }
MERGE (t:Topic {name: $name})
MERGE (p)-[f:FOLLOWS_TOPIC]->(t)
  ON CREATE SET f.id = $id
RETURN t.name AS name
