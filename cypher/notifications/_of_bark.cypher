// Whom to alert of a bark and why, as `alert`: the counterpart of notifications/of_barks. One person may have several.
// $barkId · index bark_id
MATCH (b:Bark {id: $barkId})<-[:BARKED]-(by:Person)
USING INDEX b:Bark(id)
CALL (b, by) {
  MATCH (b)-[m:MENTIONS]->(p:Person) WHERE m.id IS NULL RETURN p, 'mention' AS kind
  UNION
  MATCH (b)-[:REPLIES_TO]->(:Bark)<-[:BARKED]-(p:Person) RETURN p, 'mention' AS kind
  UNION
  MATCH (b)-[:QUOTES]->(:Bark)<-[:BARKED]-(p:Person) RETURN p, 'quote' AS kind
  UNION
  MATCH (by)<-[f:FOLLOWS {notify: true}]-(p:Person)
  WHERE b.id > coalesce(f.notifyFrom, f.id, '0')
    AND NOT EXISTS { (b)-[:REPLIES_TO|ANSWERED]->(to:Bark) WHERE coalesce(to.authorId, '') <> b.authorId }
  RETURN p, 'bark' AS kind
}
WITH b, by, p, kind WHERE p <> by
WITH { personId: p.id, id: b.id, kind: kind, actorId: by.id, barkId: b.id, emoji: null } AS alert
