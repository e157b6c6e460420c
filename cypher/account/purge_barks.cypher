// Deletes up to $limit barks of a person who is purged, with all their versions. Replies and quotes by others show a
// gap, as for a deleted bark. $personId, $limit → how many · index deletion_pending_id
MATCH (l:DeletionPending {id: $personId})-[:BARKED|RETRACTED]->(b:Bark)
WITH b LIMIT $limit
CALL (b) { MATCH (b)-[:WAS]->{0,1}()-[:ASKS|ASKED]->(q:Poll) WITH DISTINCT q
  OPTIONAL MATCH (q)-[:OFFERS]->(o:PollOption) DETACH DELETE o, q }
CALL (b) { MATCH (b)-[:WAS]->(v:Version) DETACH DELETE v }
CALL (b) { MATCH (b)<-[:TO]-(r:Reaction) DETACH DELETE r }
CALL (b) { MATCH (b)-[:REPLIES_TO]->(to:Bark) CREATE (b)-[:ANSWERED]->(to) }
CALL (b) { MATCH (b)-[e]->() WHERE type(e) <> 'ANSWERED' DELETE e }
CALL (b) { MATCH (b)<-[e]-() WHERE NOT type(e) IN ['REPLIES_TO', 'ANSWERED', 'QUOTES', 'REVOKED_QUOTE'] DELETE e }
SET b = {id: b.id, thread: b.thread}, b:Deleted
FOREACH (lone IN CASE WHEN EXISTS { (b)<--() } THEN [] ELSE [b] END | DETACH DELETE lone)
RETURN count(*) AS count
