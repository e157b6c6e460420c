// How often a topic was used in public barks between two ids, and by how many people. $name, $from, $to → 1 row
// index topic_name, then the topic's barks
MATCH (t:Topic {name: $name})<-[:TAGGED]-(b:Bark)
USING INDEX t:Topic(name)
WHERE b.id >= $from AND b.id < $to AND b.audience = 'public'
RETURN count(b) AS uses, count(DISTINCT b.authorId) AS people
