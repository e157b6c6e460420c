// Deletes a device whose removal has taken effect. $key ("<account> <device>") → count · index key_device_key
MATCH (d:KeyDevice {key: $key})
USING INDEX d:KeyDevice(key)
WHERE d.removedAt >= 0
DETACH DELETE d
RETURN count(*) AS count
