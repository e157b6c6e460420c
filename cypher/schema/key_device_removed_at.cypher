// The worker looks for devices that were removed and whose sessions have not been ended yet.
CREATE INDEX key_device_removed_at IF NOT EXISTS FOR (d:KeyDevice) ON (d.removedAt)
