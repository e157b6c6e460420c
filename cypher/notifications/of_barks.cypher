// Barks that mention, answer or quote a person, those with an ended poll of theirs or in which they voted, and those of followed people with alerts for every bark (without
// replies to others); see notifications/of_acts. A mention that an edit added has the edit's id. $personId, $max, $min, $ascending, $limit → alerts, one bark may be several
// index person_id, bark_author_id
MATCH (me:Person {id: $personId})
CALL (me) {
  MATCH (me)<-[m:MENTIONS]-(b:Bark)
  WITH me, b, coalesce(m.id, b.id) AS id, m.id IS NOT NULL AS later
  WHERE id < $max AND id > $min AND NOT (later AND EXISTS { (b)-[:REPLIES_TO]->(:Bark)<-[:BARKED]-(me) })
  RETURN b, id, 'mention' AS kind
  UNION
  MATCH (me)-[:BARKED]->(:Bark)<-[:REPLIES_TO]-(b:Bark) WHERE b.id < $max AND b.id > $min
  RETURN b, b.id AS id, 'mention' AS kind
  UNION
  MATCH (me)-[:BARKED]->(:Bark)<-[:QUOTES]-(b:Bark) WHERE b.id < $max AND b.id > $min
  RETURN b, b.id AS id, 'quote' AS kind
  UNION
  MATCH (me)-[f:FOLLOWS {notify: true}]->(heard:Person)
  MATCH (b:Bark {authorId: heard.id})
  WHERE b.id < $max AND b.id > $min AND b.id > coalesce(f.notifyFrom, f.id, '0') AND NOT b:Rebark
    AND NOT EXISTS { (b)-[:REPLIES_TO|ANSWERED]->(to:Bark) WHERE coalesce(to.authorId, '') <> heard.id }
  RETURN b, b.id AS id, 'bark' AS kind
  UNION
  MATCH (me)-[:VOTED|POLLS]->(q:Poll)<-[:ASKS]-(b:Bark) WHERE q.endId < $max AND q.endId > $min
  RETURN b, q.endId AS id, 'poll' AS kind
}
WITH b, id, kind, b.authorId AS actorId WHERE actorId <> $personId OR kind = 'poll'
RETURN id, kind, actorId, b.id AS barkId, null AS emoji
ORDER BY CASE WHEN $ascending THEN id ELSE '' END, id DESC LIMIT $limit
