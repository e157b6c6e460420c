// A person's like, rebark and reactions on a bark as alerts of its author; all columns null when there are none.
// $actorId, $barkId → one row for each, and at least one if the bark exists · index bark_id
MATCH (b:Bark {id: $barkId})<-[:BARKED]-(me:Person)
USING INDEX b:Bark(id)
MATCH (by:Person {id: $actorId})
CALL (b, by) {
  MATCH (by)-[l:LIKES]->(b) RETURN l.id AS id, 'like' AS kind, null AS emoji
  UNION ALL
  MATCH (b)<-[:TO]-(r:Reaction)<-[x:REACTED]-(by) RETURN x.id AS id, 'reaction' AS kind, r.emoji AS emoji
  UNION ALL
  MATCH (b)<-[:OF]-(r:Rebark)<-[:REBARKED]-(by) RETURN r.id AS id, 'rebark' AS kind, null AS emoji
  UNION ALL
  RETURN null AS id, null AS kind, null AS emoji
}
RETURN me.id AS personId, id, kind, emoji
