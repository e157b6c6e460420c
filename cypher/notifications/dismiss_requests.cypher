// What these people did up to an id, and was put aside, is no longer offered to a person.
// $personId, $ids, $to → one row for each who is there · index person_id
MATCH (me:Person {id: $personId})
UNWIND $ids AS id
MATCH (p:Person {id: id})
MERGE (me)-[h:NOTIFICATION_REQUEST]->(p)
SET h.dismissedTo = $to
RETURN id
