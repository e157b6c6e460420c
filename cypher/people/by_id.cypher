// People with their counters, which are stored degrees. $ids → one row per person · index person_id
UNWIND $ids AS id
MATCH (p:Person {id: id})
RETURN
// include people/_person
AS person
