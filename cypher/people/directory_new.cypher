// People who want to be found, the newest first, without those whom the viewer (if any) blocks or mutes, and those who
// block the viewer. $viewerId (or ""), $now (ms), $offset, $limit → ids · index person_id, walked backwards
OPTIONAL MATCH (v:Person {id: $viewerId})
WITH v, $now AS now
WITH v,
// include people/_hidden
AS hidden
CALL (v, hidden) {
  MATCH (p:Person)
  WHERE p.id > '' AND p.discoverable AND NOT p IN hidden
  RETURN p.id AS id ORDER BY p.id DESC SKIP $offset LIMIT $limit
}
RETURN id
