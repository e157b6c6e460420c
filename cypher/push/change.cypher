// Changes the alerts of a session's or token's device: types named in $off and $on, and $policy unless null.
// $personId, $door (session id or token hash), $off, $on, $policy → the device, if there is one · index person_id
MATCH (p:Person {id: $personId})-[:SIGNED_IN|HOLDS]->(door:Session|Token)-[:PUSHES]->(s:PushSubscription)
WHERE coalesce(door.hash, door.id) = $door
// Two switches at once are both turned.
// include leases/_lock s
SET s.alerts = [type IN s.alerts WHERE NOT type IN $off + $on] + $on, s.policy = coalesce($policy, s.policy)
RETURN s { .id, .endpoint, .p256dh, .auth, .standard, .alerts, .policy, .at } AS device
