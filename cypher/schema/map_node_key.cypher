// Nodes of the key log's map are read along a path, by "<depth>:<prefix>".
CREATE CONSTRAINT map_node_key IF NOT EXISTS FOR (n:MapNode) REQUIRE n.key IS UNIQUE
