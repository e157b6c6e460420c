// Deletes KeyPackages whose lifetime is over. $now (Unix ms), $limit → how many
// index key_package_until
MATCH (k:KeyPackage)
WHERE k.until < $now
WITH k LIMIT $limit
DETACH DELETE k
RETURN count(*) AS count
