// Recent acts of others on some public barks, the newest of each kind and person.
// $ids, $since (an id) → one row per act · index bark_id
UNWIND $ids AS barkId
MATCH (b:Bark {id: barkId})
WHERE b.audience = 'public'
CALL (b) {
  MATCH (p:Person)-[l:LIKES]->(b) WHERE l.id > $since RETURN p.id AS personId, 'like' AS kind, l.id AS id
  UNION ALL
  MATCH (b)<-[:TO]-(:Reaction)<-[x:REACTED]-(p:Person) WHERE x.id > $since
  RETURN p.id AS personId, 'reaction' AS kind, x.id AS id
  UNION ALL
  MATCH (b)<-[:OF]-(r:Rebark) WHERE r.id > $since RETURN r.authorId AS personId, 'rebark' AS kind, r.id AS id
  UNION ALL
  MATCH (b)<-[:REPLIES_TO]-(a:Bark) WHERE a.id > $since RETURN a.authorId AS personId, 'reply' AS kind, a.id AS id
  UNION ALL
  MATCH (b)<-[:QUOTES]-(a:Bark) WHERE a.id > $since RETURN a.authorId AS personId, 'quote' AS kind, a.id AS id
}
WITH b, personId, kind, max(id) AS id
WHERE personId <> b.authorId
RETURN b.id AS barkId, personId, kind, id
