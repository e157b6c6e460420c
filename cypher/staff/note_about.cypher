// Logs what was done for a person where nothing else changes. $personId → id
// index person_id, staff_act_id
MATCH (p:Person {id: $personId})
// include staff/_log
RETURN p.id AS id
