// A shortest chain of follows from `v` to `p`, without people in `hidden` and without those who hide whom they follow.
MATCH chain = SHORTEST 1 (v) (
  (from:Person)-[:FOLLOWS]->(to:Person)
  WHERE (from = v OR NOT coalesce(from.hideCollections, false)) AND (to = p OR NOT to IN hidden)
){1,4} (p)
