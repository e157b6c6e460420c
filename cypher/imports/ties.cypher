// How a person relates to others: the ids of relationships. $personId, $ids, $now (Unix ms) → one row Tie for each who exists
// index person_id
MATCH (v:Person {id: $personId})
UNWIND $ids AS id
MATCH (p:Person {id: id})
OPTIONAL MATCH (v)-[f:FOLLOWS]->(p)
OPTIONAL MATCH (v)-[a:REQUESTED_FOLLOW]->(p)
OPTIONAL MATCH (v)-[b:BLOCKS]->(p)
OPTIONAL MATCH (v)-[m:MUTES]->(p) WHERE coalesce(m.until, $now + 1) > $now
RETURN id, {
  isSelf: v = p, follow: CASE WHEN f IS NOT NULL THEN coalesce(f.id, '') END, followAsked: f.asked,
  request: CASE WHEN a IS NOT NULL THEN coalesce(a.id, '') END, block: CASE WHEN b IS NOT NULL THEN coalesce(b.id, '') END,
  blockedBy: EXISTS { (p)-[:BLOCKS]->(v) }, mute: CASE WHEN m IS NOT NULL THEN coalesce(m.id, '') END
} AS tie
