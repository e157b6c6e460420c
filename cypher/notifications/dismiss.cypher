// Dismisses some of a person's alerts; at most the newest $kept dismissals are stored.
// $personId, $ids, $kept → 1 row if they exist · index person_id, alert_settings_person
MATCH (p:Person {id: $personId})
MERGE (s:AlertSettings {personId: $personId})
MERGE (p)-[:SET]->(s)
// Concurrent dismissals are both kept.
// include leases/_lock s
WITH p, s
UNWIND coalesce(s.dismissed, []) + $ids AS id
WITH DISTINCT p, s, id
ORDER BY id DESC LIMIT $kept
WITH p, s, collect(id) AS dismissed
SET s.dismissed = dismissed
RETURN p.id AS id
