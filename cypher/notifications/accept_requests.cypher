// A person wants to hear of these people, whatever their policy for strangers says.
// $personId, $ids → one row for each who is there · index person_id
MATCH (me:Person {id: $personId})
UNWIND $ids AS id
MATCH (p:Person {id: id})
MERGE (me)-[h:HEARS]->(p)
SET h.welcome = true
RETURN id
