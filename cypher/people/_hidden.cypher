// The people whom lists that come by themselves do not show to a viewer `v` (null for strangers) at the time `now`: those
// across a block, and those they mute.
COLLECT {
  MATCH (v)-[:BLOCKS]-(x:Person) RETURN x
  UNION MATCH (v)-[m:MUTES]->(x:Person) WHERE coalesce(m.until, now + 1) > now RETURN x
}
