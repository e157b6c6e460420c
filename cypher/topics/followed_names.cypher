// The names of the topics that people follow. $ids → one row per person, also without topics · index person_id
UNWIND $ids AS id
MATCH (p:Person {id: id})
USING INDEX p:Person(id)
RETURN p.id AS id, [(p)-[:FOLLOWS_TOPIC]->(t:Topic) | t.name] AS names
