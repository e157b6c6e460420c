// The people whom suggestions do not show to a viewer `v` (null when signed out) at the time `now`: those across a
// block, and those they mute.
COLLECT {
  MATCH (v)-[:BLOCKS]-(x:Person) RETURN x
  UNION MATCH (v)-[m:MUTES]->(x:Person) WHERE coalesce(m.until, now + 1) > now RETURN x
}
