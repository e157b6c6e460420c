// A person wants to hear of these people, whatever their policy for strangers says.
// $personId, $ids → one row for each who is there · index person_id
MATCH (me:Person {id: $personId})
UNWIND $ids AS id
MATCH (p:Person {id: id})
MERGE (me)-[h:NOTIFICATION_REQUEST]->(p)
SET h.accepted = true
RETURN id
