// Recent public barks, for the demo town to answer, like and quote; rebarks have no audience.
// $after (id), $limit → newest first · index bark_id, walked backwards
MATCH (b:Bark)
WHERE b.id > $after AND b.audience = 'public'
RETURN b.id AS id, b.text AS text, b.authorId AS authorId, b.at AS at,
       COUNT { (b)<-[:REPLIES_TO]-() } AS replies,
       size([(b)-[:REPLIES_TO|ANSWERED*1..9]->(above) | 1]) AS depth,
       head([(b)-[:REPLIES_TO]->(to:Bark) | to.authorId]) AS answers
ORDER BY b.id DESC LIMIT $limit
