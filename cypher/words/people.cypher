// All people in the order of ids, also those who are suspended or whose deletion is pending.
// $after (an id, or ""), $limit → one row each · index person_id, deletion_pending_id, suspended_id
CALL () {
  MATCH (p:Person) WHERE p.id > $after RETURN p ORDER BY p.id LIMIT $limit
  UNION
  MATCH (p:DeletionPending) WHERE p.id > $after RETURN p ORDER BY p.id LIMIT $limit
  UNION
  MATCH (p:Suspended) WHERE p.id > $after RETURN p ORDER BY p.id LIMIT $limit
}
RETURN p.id AS id, p.handle AS handle, p.name AS name, p.bio AS bio
ORDER BY id LIMIT $limit
