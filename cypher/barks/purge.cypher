// Deletes some of what is attached to a deleted bark: likes, bookmarks, pins, rebarks, reactions, versions, polls.
// Replies and quotes stay, because they are barks of others. $id, $limit → 1 row with how many · index bark_id
MATCH (b:Bark:Deleted {id: $id})
CALL (b) {
  MATCH (b)<-[edge:LIKES|BOOKMARKED|PINNED]-()
  RETURN edge, null AS node LIMIT $limit
  UNION
  MATCH (b)<-[:OF|TO]-(node)
  RETURN null AS edge, node LIMIT $limit
  UNION
  MATCH (b)-[:ASKS]->(:Poll)<-[edge:VOTED]-()
  RETURN edge, null AS node LIMIT $limit
  UNION
  MATCH (b)-[:ASKS]->(:Poll)-[:OFFERS]->(:PollOption)<-[edge:CHOSE]-()
  RETURN edge, null AS node LIMIT $limit
  UNION
  MATCH (b)-[:ASKS]->(:Poll)-[:OFFERS]->(node:PollOption)
  RETURN null AS edge, node
  UNION
  MATCH (b)-[:ASKS]->(node:Poll)
  RETURN null AS edge, node
  UNION
  MATCH (b)-[:WAS]->(node:Version)
  RETURN null AS edge, node LIMIT $limit
}
WITH edge, node LIMIT $limit
DELETE edge
DETACH DELETE node
RETURN count(*) AS count
