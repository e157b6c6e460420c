// Which of some devices are not active in their accounts. $devices (keys) → one row for each · index key_device_key
UNWIND $devices AS device
WITH device WHERE NOT EXISTS { (:KeyDevice {key: device}) }
RETURN device AS id
