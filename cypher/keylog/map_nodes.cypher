// Nodes of the key log's map. $keys ("<depth>:<prefix>") → rows · index map_node_key
UNWIND $keys AS key
MATCH (n:MapNode {key: key})
RETURN key, n.bytes AS bytes
