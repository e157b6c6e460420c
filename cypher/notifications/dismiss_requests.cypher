// Dismisses the notification requests of these people: filtered alerts up to an id are no longer offered.
// $personId, $ids, $to → one row for each who exists · index person_id
MATCH (me:Person {id: $personId})
UNWIND $ids AS id
MATCH (p:Person {id: id})
MERGE (me)-[h:NOTIFICATION_REQUEST]->(p)
SET h.dismissedTo = $to
RETURN id
