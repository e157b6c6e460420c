// People who want to be found, by their newest public bark among the newest $depth of all, without those whom the viewer
// (if any) blocks or mutes, and those who block the viewer.
// $viewerId (or ""), $now (ms), $depth, $offset, $limit → ids · index bark_id, walked backwards
OPTIONAL MATCH (v:Person {id: $viewerId})
WITH v, $now AS now
WITH v,
// include people/_hidden
AS hidden
CALL (hidden) {
  MATCH (b:Bark) WHERE b.id > ''
  RETURN b ORDER BY b.id DESC LIMIT $depth
}
MATCH (b)<-[:BARKED]-(p:Person)
WHERE b.audience = 'public' AND p.discoverable AND NOT p IN hidden
WITH p, max(b.id) AS newest
RETURN p.id AS id ORDER BY newest DESC SKIP $offset LIMIT $limit
