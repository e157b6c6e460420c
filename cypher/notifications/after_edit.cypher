// The people who interacted with an edited bark, without its author: since when, and its edits; all as ids.
// $barkId → one row per person · index bark_id
MATCH (b:Bark {id: $barkId})
USING INDEX b:Bark(id)
CALL (b) {
  MATCH (b)<-[l:LIKES]-(p:Person) RETURN p, l.id AS since
  UNION ALL
  MATCH (b)<-[:TO]-(:Reaction)<-[x:REACTED]-(p:Person) RETURN p, x.id AS since
  UNION ALL
  MATCH (b)<-[:OF]-(r:Rebark)<-[:REBARKED]-(p:Person) RETURN p, r.id AS since
  UNION ALL
  MATCH (b)<-[:REPLIES_TO|QUOTES]-(own:Bark)<-[:BARKED]-(p:Person) RETURN p, own.id AS since
}
WITH b, p, coalesce(min(since), '0') AS since, [(b)-[w:WAS]->(:Version) | w.id] AS edits WHERE p.id <> b.authorId
RETURN p.id AS personId, b.authorId AS actorId, since, edits
