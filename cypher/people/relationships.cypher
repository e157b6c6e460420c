// Viewers' relationships to others. $pairs [[viewer, other], …], $now (ms) → one row per pair of people who exist
// index person_id
UNWIND $pairs AS pair
MATCH (v:Person {id: pair[0]})
MATCH (p:Person {id: pair[1]})
OPTIONAL MATCH (v)-[f:FOLLOWS]->(p)
OPTIONAL MATCH (v)-[m:MUTES]->(p) WHERE coalesce(m.until, $now + 1) > $now
RETURN pair[0] AS viewer, pair[1] AS other, {
  following: f IS NOT NULL,
  followingRebarks: f IS NOT NULL AND coalesce(f.rebarks, true),
  languages: coalesce(f.languages, []),
  notifying: f IS NOT NULL AND coalesce(f.notify, false),
  followedBy: EXISTS { (p)-[:FOLLOWS]->(v) },
  blocking: EXISTS { (v)-[:BLOCKS]->(p) },
  blockedBy: EXISTS { (p)-[:BLOCKS]->(v) },
  muting: m IS NOT NULL,
  mutingNotifications: m IS NOT NULL AND coalesce(m.notifications, true),
  mutedUntil: m.until,
  requested: EXISTS { (v)-[:REQUESTED_FOLLOW]->(p) },
  requestedBy: EXISTS { (p)-[:REQUESTED_FOLLOW]->(v) }
} AS tie
