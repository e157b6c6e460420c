// Changes a person's notification policy: what $choices names; the rest stays as it is.
// $personId, $choices → 1 row if they exist · index person_id, alert_settings_person
MATCH (p:Person {id: $personId})
MERGE (s:AlertSettings {personId: $personId})
MERGE (p)-[:SET]->(s)
SET s += $choices
RETURN p.id AS id
