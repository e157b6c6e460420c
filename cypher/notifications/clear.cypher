// Dismisses all alerts of a person up to an id; single dismissals below it are no longer needed.
// $personId, $to → 1 row if they exist · index person_id, alert_settings_person
MATCH (p:Person {id: $personId})
MERGE (s:AlertSettings {personId: $personId})
MERGE (p)-[:SET]->(s)
SET s.clearedTo = CASE WHEN coalesce(s.clearedTo, '0') > $to THEN s.clearedTo ELSE $to END
SET s.dismissed = [id IN coalesce(s.dismissed, []) WHERE id > s.clearedTo]
RETURN p.id AS id
