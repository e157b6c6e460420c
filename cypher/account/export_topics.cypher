// The topics that a person follows or features, for their data export. $kind: FOLLOWS_TOPIC or FEATURES_TOPIC.
// $personId, $kind, $before (an id), $limit → rows, newest first · index person_id
MATCH (p:Person {id: $personId})-[e:FOLLOWS_TOPIC|FEATURES_TOPIC]->(t:Topic)
USING INDEX p:Person(id)
WHERE type(e) = $kind AND e.id < $before
RETURN e.id AS id, { topic: t.name } AS item
ORDER BY id DESC LIMIT $limit
