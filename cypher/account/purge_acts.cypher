// Deletes up to $limit of the acts of others on barks of a person who is purged.
// $personId, $limit → how many · index deletion_pending_id
MATCH (l:DeletionPending {id: $personId})-[:BARKED]->(b:Bark)
CALL (b) {
  MATCH (b)<-[e:LIKES|BOOKMARKED|PINNED|MUTES_THREAD|MATCHES]-() RETURN e
  UNION ALL
  MATCH (b)<-[:TO]-(:Reaction)<-[e:REACTED]-() RETURN e
  UNION ALL
  MATCH (b)-[:WAS]->{0,1}()-[:ASKS|ASKED]->(:Poll)<-[e:VOTED]-() RETURN e
  UNION ALL
  MATCH (b)-[:WAS]->{0,1}()-[:ASKS|ASKED]->(:Poll)-[:OFFERS]->(:PollOption)<-[e:CHOSE]-() RETURN e
}
WITH e LIMIT $limit
DELETE e
RETURN count(*) AS count
