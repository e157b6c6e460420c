// The people across a block from a viewer `v` (null when signed out): no list shows them.
COLLECT { MATCH (v)-[:BLOCKS]-(x:Person) RETURN x }
