// A person's acts on another person's public bark, the newest of each kind; all columns null when there are none.
// $barkId, $personId, $since (an id: older barks do not matter) → at most 5 rows, none unless the bark counts
// index bark_id, person_id, bark_author_id
MATCH (b:Bark {id: $barkId})
USING INDEX b:Bark(id)
WHERE b.audience = 'public' AND b.authorId <> $personId
MATCH (p:Person {id: $personId})
CALL (b, p) {
  MATCH (p)-[l:LIKES]->(b) RETURN 'like' AS kind, l.id AS id
  UNION ALL
  MATCH (b)<-[:TO]-(:Reaction)<-[x:REACTED]-(p) RETURN 'reaction' AS kind, max(x.id) AS id
  UNION ALL
  MATCH (b)<-[:OF]-(r:Rebark)<-[:REBARKED]-(p) RETURN 'rebark' AS kind, r.id AS id
  UNION ALL
  MATCH (a:Bark) WHERE a.authorId = $personId AND a.id > $since AND EXISTS { (a)-[:REPLIES_TO]->(b) }
  RETURN 'reply' AS kind, max(a.id) AS id
  UNION ALL
  MATCH (a:Bark) WHERE a.authorId = $personId AND a.id > $since AND EXISTS { (a)-[:QUOTES]->(b) }
  RETURN 'quote' AS kind, max(a.id) AS id
}
RETURN kind, id
