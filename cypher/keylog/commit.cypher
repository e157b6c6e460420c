// Adds a batch to the key log, if its size is $before: leaves in tiles, nodes of the map, and where each update is. Who
// had which handle is not kept: the index of the map finds it.
// $before, $head {size, root, leaf, at, …}, $tiles [{key, bytes}], $nodes [{key, bytes}], $updates [{id, index, …}]
// → size; no row if another batch came first, or an update was erased · index log_head_id, log_tile_key, map_node_key, log_update_id
MERGE (h:LogHead {id: 'log'})
// include leases/_lock h
WITH h WHERE coalesce(h.size, 0) = $before
  // One that was erased since the batch was planned must not leave a trace in the map.
  AND COUNT { UNWIND $updates AS update MATCH (:LogUpdate {id: update.id}) } = size($updates)
SET h += $head
WITH h
CALL () { UNWIND $tiles AS tile MERGE (t:LogTile {key: tile.key}) SET t.bytes = tile.bytes }
CALL () { UNWIND $nodes AS node MERGE (n:MapNode {key: node.key}) SET n.bytes = node.bytes }
CALL () {
  UNWIND $updates AS update
  MATCH (u:LogUpdate {id: update.id})
  SET u.index = update.index, u.version = update.version, u.position = update.position,
      u.at = $head.at,
      u.label = CASE WHEN u.label STARTS WITH 'handle:' THEN null ELSE u.label END
  REMOVE u:Unsequenced }
RETURN h.size AS size
