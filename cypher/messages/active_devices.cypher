// Those of some devices that are active in their accounts, with their keys. $devices (keys) → one row for each
// index key_device_key
UNWIND $devices AS device
MATCH (d:KeyDevice {key: device})<-[:HAS_DEVICE]-()
RETURN d.key AS device, d.signatureKey AS signatureKey
