// Records that a device is in use. $key ("<account> <device>"), $at → id · index key_device_key
MATCH (d:KeyDevice {key: $key})
SET d.lastAt = $at
RETURN d.id AS id
