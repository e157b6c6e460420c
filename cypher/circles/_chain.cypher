// The shortest chain of follows from `v` to `p`, through nobody of `hidden` and nobody who hides whom they follow.
MATCH chain = SHORTEST 1 (v) (
  (from:Person)-[:FOLLOWS]->(to:Person)
  WHERE (from = v OR NOT coalesce(from.hideCollections, false)) AND (to = p OR NOT to IN hidden)
){1,4} (p)
