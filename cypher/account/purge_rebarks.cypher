// Deletes up to $limit rebarks: those of a person who is purged, and others' rebarks of their barks.
// $personId, $limit → how many · index deletion_pending_id
MATCH (l:DeletionPending {id: $personId})
CALL (l) {
  MATCH (l)-[:REBARKED]->(r:Rebark) RETURN r
  UNION
  MATCH (l)-[:BARKED]->(:Bark)<-[:OF]-(r:Rebark) RETURN r
}
WITH r LIMIT $limit
DETACH DELETE r
RETURN count(*) AS count
