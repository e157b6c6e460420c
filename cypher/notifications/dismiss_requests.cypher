// What these people did up to an id, and was put aside, is no longer offered to a person.
// $personId, $ids, $to → one row for each who is there · index person_id
MATCH (me:Person {id: $personId})
UNWIND $ids AS id
MATCH (p:Person {id: id})
MERGE (me)-[h:HEARS]->(p)
SET h.wavedOffTo = $to
RETURN id
