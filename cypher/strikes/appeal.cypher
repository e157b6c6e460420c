// A person's appeal against a measure: one, not before $since (Unix ms), and while the measure is in force.
// $personId, $strikeId, $text, $at, $since → id · index strike_id
MATCH (s:Strike {id: $strikeId})<-[:RECEIVED]-(p)
USING INDEX s:Strike(id)
// include leases/_lock s
WITH s, p WHERE p.id = $personId AND s.appealState IS NULL AND s.liftedAt IS NULL AND s.at > $since
SET s:PendingAppeal, s.appealState = 'pending', s.appealText = $text, s.appealAt = $at
RETURN s.id AS id
