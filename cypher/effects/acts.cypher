// What a person did with a bark, for the alerts of its author and for popularity: their like, rebark and reactions, and their
// newest reply and quote if the bark counts ($since, an id: older ones do not matter).
// $actorId, $barkId, $since → one row for each, and one without an id and a kind; none if there is no such bark
// index bark_id, person_id, bark_author_id
MATCH (b:Bark {id: $barkId})<-[:BARKED]-(me:Person)
USING INDEX b:Bark(id)
MATCH (by:Person {id: $actorId})
WITH b, me, by, b.audience = 'public' AND me <> by AS counts
CALL (b, by, counts) {
  MATCH (by)-[l:LIKES]->(b) RETURN l.id AS id, 'like' AS kind, null AS emoji
  UNION ALL
  MATCH (b)<-[:TO]-(r:Reaction)<-[x:REACTED]-(by) RETURN x.id AS id, 'reaction' AS kind, r.emoji AS emoji
  UNION ALL
  MATCH (b)<-[:OF]-(r:Rebark)<-[:REBARKED]-(by) RETURN r.id AS id, 'rebark' AS kind, null AS emoji
  UNION ALL
  MATCH (a:Bark) WHERE counts AND a.authorId = $actorId AND a.id > $since AND EXISTS { (a)-[:REPLIES_TO]->(b) }
  RETURN max(a.id) AS id, 'reply' AS kind, null AS emoji
  UNION ALL
  MATCH (a:Bark) WHERE counts AND a.authorId = $actorId AND a.id > $since AND EXISTS { (a)-[:QUOTES]->(b) }
  RETURN max(a.id) AS id, 'quote' AS kind, null AS emoji
  UNION ALL
  RETURN null AS id, null AS kind, null AS emoji
}
RETURN me.id AS personId, counts, id, kind, emoji
