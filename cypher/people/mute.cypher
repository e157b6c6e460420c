// Mutes somebody, or changes how: until $until (Unix ms, null for no end), with or without their notifications.
// A concurrent unmute may remove the mute, so the row is the person.
// $viewerId, $personId, $id, $until, $notifications → 1 row, none if either is missing · index person_id
MATCH (v:Person {id: $viewerId})
MATCH (p:Person {id: $personId})
MERGE (v)-[m:MUTES]->(p)
  ON CREATE SET m.id = $id
SET m.until = $until, m.notifications = $notifications
RETURN p.id AS id
