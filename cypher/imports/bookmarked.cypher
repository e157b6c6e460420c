// Which barks a person bookmarked. $personId, $ids (of barks) → rows with the bark and the id of the bookmark
// index person_id, bark_id
MATCH (p:Person {id: $personId})
UNWIND $ids AS id
MATCH (b:Bark {id: id})
OPTIONAL MATCH (p)-[e:BOOKMARKED]->(b)
WITH id, e WHERE e IS NOT NULL
RETURN id, e.id AS edge
