// Removes a bookmark. $viewerId, $id → 1 row, none if there is no such bark · index bark_id, person_id
MATCH (v:Person {id: $viewerId})
MATCH (b:Bark {id: $id})
OPTIONAL MATCH (v)-[e:BOOKMARKED]->(b)
WITH e, e IS NOT NULL AS changed
DELETE e
RETURN changed
