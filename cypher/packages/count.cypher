// How many one-time KeyPackages a device has that are valid. $device (key), $now (Unix ms) → 1 row · index key_device_key
MATCH (d:KeyDevice {key: $device})
RETURN COUNT { (d)-[:OFFERS]->(k {lastResort: false}) WHERE k.until > $now } AS count
