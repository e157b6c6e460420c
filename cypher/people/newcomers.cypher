// The newest people who have barked and whom the viewer (if any) does not follow yet, without people they block, mute
// or dismissed, and people who block them.
// $viewerId (or ""), $now (ms), $limit → ids · index person_id, walked backwards
OPTIONAL MATCH (v:Person {id: $viewerId})
WITH v, $now AS now
WITH v, COLLECT { MATCH (v)-[:DISMISSED]->(x:Person) RETURN x } +
// include people/_hidden
AS hidden
CALL (v, hidden) {
  MATCH (p:Person)
  WHERE p.id > '' AND p.id <> $viewerId AND p.lastBarkAt IS NOT NULL AND p.discoverable
    AND NOT p IN hidden AND NOT EXISTS { (v)-[:FOLLOWS]->(p) }
  RETURN p.id AS id ORDER BY p.id DESC LIMIT $limit
}
RETURN id
