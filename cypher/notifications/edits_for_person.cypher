// The edits of a bark, and since when a person has to do with it: their first like, reaction, rebark, reply or quote that is
// still there, or null. $barkId, $personId → 1 row, none unless it was edited by somebody else; all ids · index bark_id, person_id
MATCH (b:Bark {id: $barkId})
USING INDEX b:Bark(id)
WHERE b.version > 0 AND b.authorId <> $personId
MATCH (me:Person {id: $personId})
CALL (b, me) {
  MATCH (me)-[l:LIKES]->(b) RETURN l.id AS since
  UNION ALL
  MATCH (b)<-[:TO]-(:Reaction)<-[x:REACTED]-(me) RETURN x.id AS since
  UNION ALL
  MATCH (b)<-[:OF]-(r:Rebark)<-[:REBARKED]-(me) RETURN r.id AS since
  UNION ALL
  MATCH (b)<-[:REPLIES_TO|QUOTES]-(own:Bark)<-[:BARKED]-(me) RETURN own.id AS since
  UNION ALL
  RETURN null AS since
}
WITH b, min(since) AS since
RETURN b.authorId AS actorId, since, [(b)-[w:WAS]->(:Version) | w.id] AS edits
