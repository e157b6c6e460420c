// Logs that somebody made a link to a new password for a person. $personId → id
// index person_id, staff_act_id
MATCH (p:Person {id: $personId})
// include staff/_log
RETURN p.id AS id
