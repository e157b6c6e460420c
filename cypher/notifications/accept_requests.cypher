// Accepts the notification requests of these people, whatever the policy says.
// $personId, $ids → one row for each who exists · index person_id
MATCH (me:Person {id: $personId})
UNWIND $ids AS id
MATCH (p:Person {id: id})
MERGE (me)-[h:NOTIFICATION_REQUEST]->(p)
SET h.accepted = true
RETURN id
