// People's push devices and quiet hours. People who are deleted or suspended, or have no device, are absent.
// $ids, $outdated (Unix ms: sessions not used since have expired) → one row per person · index person_id,
// alert_settings_person
UNWIND $ids AS id
MATCH (p:Person {id: id})
CALL (p) {
  MATCH (p)-[:SIGNED_IN|HOLDS]->(door:Session|Token)-[:PUSHES]->(s:PushSubscription)
  WHERE door:Token OR door.lastAt >= $outdated
  RETURN collect(s { .id, .endpoint, .p256dh, .auth, .standard, .alerts, .policy, .at, own: door:Session }) AS devices
}
WITH p, devices WHERE size(devices) > 0
OPTIONAL MATCH (a:AlertSettings {personId: p.id})
RETURN p.id AS id, devices,
       a { .quietFrom, .quietTo, .timeZone, .showsPrivate } AS settings
