// The newest public barks on a topic between two ids.
// $topic, $max, $min, $limit → ids, newest first · index topic_name
// With _oldest, the same list from its lower end, oldest first.
MATCH (t:Topic {name: $topic})<-[:TAGGED]-(b:Bark)
USING INDEX t:Topic(name)
WHERE b.id < $max AND b.id > $min AND b.audience = 'public'
RETURN b.id AS id
ORDER BY b.id DESC LIMIT $limit
