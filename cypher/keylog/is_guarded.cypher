// The constraints without which two sequencers could write one log: at the very first start they are created a little
// after the processes have started. → a row for each of 4
SHOW CONSTRAINTS YIELD name
WHERE name IN ['lease_name', 'log_head_id', 'log_tile_key', 'map_node_key']
RETURN name
