// Changes a person's push settings: what $choices names; null there unsets.
// $personId, $choices → 1 row if they exist · index person_id, alert_settings_person
MATCH (p:Person {id: $personId})
MERGE (a:AlertSettings {personId: $personId})
MERGE (p)-[:SET]->(a)
SET a += $choices
RETURN p.id AS id
