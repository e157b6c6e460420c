// Like topic_ids, but the barks directly above $min (paging towards newer ones).
// $topic, $max, $min, $limit → ids, oldest first · index topic_name
MATCH (t:Topic {name: $topic})<-[:TAGGED]-(b:Bark)
USING INDEX t:Topic(name)
WHERE b.id < $max AND b.id > $min AND b.audience = 'public'
RETURN b.id AS id
ORDER BY b.id LIMIT $limit
