// Passkeys: the relationship OPENS_WITH becomes HAS_PASSKEY.
MATCH (from)-[old:OPENS_WITH]->(to)
CALL (from, old, to) {
  CREATE (from)-[new:HAS_PASSKEY]->(to) SET new = properties(old) DELETE old
} IN TRANSACTIONS OF 1000 ROWS
