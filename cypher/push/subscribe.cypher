// Subscribes the device of a session or token, at most $most per person. Replaces the previous device of that
// credential, and the subscription of a previous owner. $personId, $door (session id or token hash), $key (digest of the address),
// $id, $device {…}, $at, $most → the device · index person_id, push_subscription_key
MATCH (p:Person {id: $personId})-[:SIGNED_IN|HOLDS]->(door:Session|Token)
WHERE coalesce(door.hash, door.id) = $door
// Of two at once both rules hold.
// include leases/_lock p
MERGE (s:PushSubscription {key: $key})
  ON CREATE SET s.id = $id, s.at = $at
SET s += $device
WITH p, door, s
CALL (door, s) { MATCH (door)-[:PUSHES]->(old) WHERE old <> s DETACH DELETE old }
CALL (door, s) { MATCH (other)-[link:PUSHES]->(s) WHERE other <> door SET s.id = $id, s.at = $at DELETE link }
MERGE (door)-[:PUSHES]->(s)
WITH p, s
CALL (p) {
  MATCH (p)-[:SIGNED_IN|HOLDS]->(:Session|Token)-[:PUSHES]->(one:PushSubscription)
  WITH one ORDER BY one.at DESC, one.id DESC SKIP $most
  DETACH DELETE one
}
RETURN s { .id, .endpoint, .p256dh, .auth, .standard, .alerts, .policy, .at } AS device
