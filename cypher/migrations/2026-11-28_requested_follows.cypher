// Follow requests: the relationship ASKED becomes REQUESTED_FOLLOW.
MATCH (from)-[old:ASKED]->(to)
CALL (from, old, to) {
  CREATE (from)-[new:REQUESTED_FOLLOW]->(to) SET new = properties(old) DELETE old
} IN TRANSACTIONS OF 1000 ROWS
