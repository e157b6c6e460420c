// The newest update of a label is found by its index in the map.
CREATE INDEX log_update_index IF NOT EXISTS FOR (u:LogUpdate) ON (u.index, u.version)
