// The recipients of alerts about a bark, and the kinds: the counterpart of notifications/of_barks.
// $barkId → one row per person and kind; one person may have several · index bark_id
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
RETURN p.id AS personId, b.id AS id, kind, by.id AS actorId, b.id AS barkId, null AS emoji
