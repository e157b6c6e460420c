// Clears away some of what hangs on a deleted bark: who liked, bookmarked or pinned it, rebarks, reactions, versions.
// Replies and quotes stay, since they are others' barks. $id, $limit → 1 row with how much went · index bark_id
MATCH (b:Bark:Deleted {id: $id})
CALL (b) {
  MATCH (b)<-[edge:LIKES|BOOKMARKED|PINNED]-()
  RETURN edge, null AS node LIMIT $limit
  UNION
  MATCH (b)<-[:OF|TO]-(node)
  RETURN null AS edge, node LIMIT $limit
  UNION
  MATCH (b)-[:WAS]->(node:Version)
  RETURN null AS edge, node LIMIT $limit
}
WITH edge, node LIMIT $limit
DELETE edge
DETACH DELETE node
RETURN count(*) AS count
