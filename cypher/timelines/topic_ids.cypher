// The newest public barks between two ids on one of several topics, with all of $all and none of $none; with $pictures,
// only those with pictures.
// $topics, $all, $none, $pictures, $max, $min, $limit → ids, newest first · index topic_name
// With _oldest, the same list from its lower end, oldest first.
MATCH (t:Topic)<-[:TAGGED]-(b:Bark)
USING INDEX t:Topic(name)
WHERE t.name IN $topics AND b.id < $max AND b.id > $min AND b.audience = 'public'
  AND (NOT $pictures OR EXISTS { (b)-[:SHOWS]->() })
  AND all(name IN $all WHERE EXISTS { (b)-[:TAGGED]->(:Topic {name: name}) })
  AND none(name IN $none WHERE EXISTS { (b)-[:TAGGED]->(:Topic {name: name}) })
WITH DISTINCT b.id AS id
RETURN id
ORDER BY id DESC LIMIT $limit
