// Topics of public barks by a prefix of the name, most used first among the first 200 of the index.
// $prefix, $limit → {name, barks} · index topic_name
MATCH (t:Topic)
WHERE t.name STARTS WITH $prefix
WITH t LIMIT 200
WHERE EXISTS { (t)<-[:TAGGED]-(b:Bark) WHERE b.audience = 'public' }
RETURN t.name AS name, COUNT { (t)<-[:TAGGED]-() } AS barks
ORDER BY barks DESC, name
LIMIT $limit
