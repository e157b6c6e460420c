// How often topics were used in public barks since an id, and by how many people, per day (of Unix time).
// $names, $floor → {name, day, uses, people} · index topic_name, then the topic's barks
UNWIND $names AS name
MATCH (t:Topic {name: name})
USING INDEX t:Topic(name)
CALL (t) {
  MATCH (t)<-[:TAGGED]-(b:Bark)
  WHERE b.id > $floor AND b.audience = 'public'
  RETURN b.at / 86400000 AS day, count(*) AS uses, count(DISTINCT b.authorId) AS people
}
RETURN name, day, uses, people
