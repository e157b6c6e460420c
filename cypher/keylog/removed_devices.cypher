// Devices that chains no longer list, whose removal has not taken effect yet. $limit → rows · index key_device_removed_at
MATCH (d:KeyDevice)
WHERE d.removedAt >= 0
MATCH (a:KeyAccount)-[:HAD_DEVICE]->(d)
RETURN d.id AS id, a.id AS accountId, a.personId AS personId, d.credential AS credential
LIMIT $limit
