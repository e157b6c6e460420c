// Deletes all KeyPackages of a device. $device (key) → how many · index key_device_key
MATCH (d:KeyDevice {key: $device})-[:OFFERS]->(k:KeyPackage)
DETACH DELETE k
RETURN count(*) AS count
