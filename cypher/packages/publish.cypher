// Stores KeyPackages of a device, each once; a last-resort one replaces the one before. $device (key), $most,
// $packages [{ref, bytes, until}] (one-time), $lastResort (the same, or null) → 1 row: how many one-time ones it has;
// none if the device is not active · index key_device_key, key_package_ref
MATCH (d:KeyDevice {key: $device})<-[:HAS_DEVICE]-()
// include leases/_lock d
WITH d
CALL (d) {
  WITH d, $most - COUNT { (d)-[:OFFERS]->(:KeyPackage {lastResort: false}) } AS room
  UNWIND $packages[..CASE WHEN room > 0 THEN room ELSE 0 END] AS package
  MERGE (k:KeyPackage {ref: package.ref})
    ON CREATE SET k += package, k.lastResort = false, k.spare = true
  WITH d, k WHERE k.spare
  MERGE (d)-[:OFFERS]->(k)
  REMOVE k.spare
}
CALL (d) {
  UNWIND CASE WHEN $lastResort IS NULL THEN [] ELSE [$lastResort] END AS package
  OPTIONAL MATCH (d)-[:OFFERS]->(old:KeyPackage {lastResort: true}) WHERE old.ref <> package.ref
  DETACH DELETE old
  WITH DISTINCT d, package
  MERGE (k:KeyPackage {ref: package.ref})
    ON CREATE SET k += package, k.lastResort = true
  MERGE (d)-[:OFFERS]->(k)
}
RETURN COUNT { (d)-[:OFFERS]->(:KeyPackage {lastResort: false}) } AS count
