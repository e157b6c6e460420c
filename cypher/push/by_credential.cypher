// The push device of a session or token. $personId, $door (session id or token hash) → 0..1 rows
// index person_id
MATCH (p:Person {id: $personId})-[:SIGNED_IN|HOLDS]->(door:Session|Token)-[:PUSHES]->(s:PushSubscription)
WHERE coalesce(door.hash, door.id) = $door
RETURN s { .id, .endpoint, .p256dh, .auth, .standard, .alerts, .policy, .at } AS device
