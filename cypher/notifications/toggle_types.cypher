// Turns types of alerts off and on for a person; those not named stay as they are.
// $personId, $off, $on → 1 row if they exist · index person_id, alert_settings_person
MATCH (p:Person {id: $personId})
MERGE (s:AlertSettings {personId: $personId})
MERGE (p)-[:SET]->(s)
// Concurrent changes are both kept.
// include leases/_lock s
SET s.off = [kind IN coalesce(s.off, []) WHERE NOT kind IN $off + $on] + $off
RETURN p.id AS id
