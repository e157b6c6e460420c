// The people across a block from a viewer `v` (null for strangers): no list shows them.
COLLECT { MATCH (v)-[:BLOCKS]-(x:Person) RETURN x }
