// What a filter looks for: the relationship CATCHES becomes MATCHES.
MATCH (from)-[old:CATCHES]->(to)
CALL (from, old, to) {
  CREATE (from)-[new:MATCHES]->(to) SET new = properties(old) DELETE old
} IN TRANSACTIONS OF 1000 ROWS
