// Places: the relationship STANDS_AT becomes HAS_SPOT, and the property luck shuffleKey.
MATCH (from)-[old:STANDS_AT]->(to)
CALL (from, old, to) {
  CREATE (from)-[new:HAS_SPOT]->(to) SET new = properties(old) DELETE old
} IN TRANSACTIONS OF 1000 ROWS
;
MATCH (s:Spot) WHERE s.luck IS NOT NULL
CALL (s) { SET s.shuffleKey = s.luck REMOVE s.luck } IN TRANSACTIONS OF 1000 ROWS
