// People whose public barks since $floor (an id) tag one of these topics, and whom the viewer may not know: each with the
// topic that they tag most. $viewerId, $now (ms), $topics (keys), $floor, $limit → {id, topic} · index person_id, topic_name
WITH $viewerId AS viewerId, $now AS now
// include circles/_near
WITH near
MATCH (t:Topic)<-[:TAGGED]-(b:Bark)
USING INDEX t:Topic(name)
WHERE t.name IN $topics AND b.id > $floor AND b.audience = 'public'
MATCH (p:Person)-[:BARKED]->(b)
WHERE p.discoverable AND NOT p IN near
WITH p, t.name AS topic, count(*) AS times
ORDER BY times DESC, topic
WITH p, head(collect(topic)) AS topic, sum(times) AS times
RETURN p.id AS id, topic
ORDER BY times DESC, id LIMIT $limit
