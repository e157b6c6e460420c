// What people's newest public barks are like: the topic that each of them tags most, how many have pictures, how many
// answer somebody else, and their likes. $ids, $newest → one row a person with barks · index bark_author_id, backwards
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Bark) WHERE b.authorId = id AND b.id > '' AND b.audience = 'public' AND NOT b:Rebark
  WITH b ORDER BY b.authorId DESC, b.id DESC LIMIT $newest
  RETURN collect(b) AS barks
}
WITH id, barks WHERE size(barks) > 0
CALL (barks) {
  UNWIND barks AS b
  MATCH (b)-[:TAGGED]->(t:Topic)
  WITH t.name AS topic, count(*) AS times
  ORDER BY times DESC, topic LIMIT 1
  WHERE times > 1
  RETURN collect(topic) AS topics
}
RETURN id, head(topics) AS topic,
  size([b IN barks WHERE EXISTS { (b)-[:SHOWS]->(:Media) }]) AS pictures,
  size([b IN barks WHERE EXISTS { (b)-[:REPLIES_TO]->(o:Bark) WHERE o.authorId <> b.authorId }]) AS replies,
  reduce(likes = 0, b IN barks | likes + COUNT { (b)<-[:LIKES]-() }) AS likes
