// Takes one KeyPackage of each active device of an account, or of some: a one-time one is deleted, so that nobody else
// gets it. The lock gives each of several callers another one. Without one left, or if $sparing, the last resort.
// $accountId, $devices (ids, null for all), $except (an id or ''), $sparing, $now (Unix ms) → a row for each device that exists; null without one
// index key_account_id
MATCH (:KeyAccount {id: $accountId})-[:HAS_DEVICE]->(d:KeyDevice)
WHERE d.id <> $except AND ($devices IS NULL OR d.id IN $devices)
WITH d ORDER BY d.id // locks in one order
// include leases/_lock d
WITH d
CALL (d) {
  MATCH (d)-[:OFFERS]->(k)
  WHERE k.until > $now AND (k.lastResort OR NOT $sparing)
  RETURN k ORDER BY k.lastResort, k.until LIMIT 1
  UNION
  WITH null AS k RETURN k
}
WITH d, collect(k)[0] AS k
WITH d, k, k.bytes AS bytes
FOREACH (used IN CASE WHEN k.lastResort = false THEN [k] ELSE [] END | DETACH DELETE used)
RETURN d.id AS deviceId, bytes
ORDER BY deviceId
