// The people somebody mutes now, latest mute first.
// $personId, $max, $min (ids of mutes), $limit, $now (Unix ms) → ids of mutes and people, their ends · index person_id
// With _oldest, the same list from its lower end, oldest first.
MATCH (v:Person {id: $personId})-[m:MUTES]->(p:Person)
USING INDEX v:Person(id)
WHERE m.id < $max AND m.id > $min AND (m.until IS NULL OR m.until > $now)
RETURN m.id AS edge, p.id AS id, m.until AS until
ORDER BY edge DESC LIMIT $limit
