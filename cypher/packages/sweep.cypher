// Deletes KeyPackages whose lifetime is over, or whose devices were removed. $now (Unix ms), $limit → how many
// index key_package_until
MATCH (k:KeyPackage)
WHERE k.until > 0 AND (k.until < $now OR NOT EXISTS { (k)<-[:OFFERS]-(:KeyDevice)<-[:HAS_DEVICE]-() })
WITH k LIMIT $limit
DETACH DELETE k
RETURN count(*) AS count
