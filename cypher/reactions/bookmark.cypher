// Bookmarks a bark; idempotent. $viewerId, $id, $edgeId → 1 row with whether it is new, none if there is no such bark
// index bark_id, person_id
MATCH (v:Person {id: $viewerId})
MATCH (b:Bark {id: $id})<-[:BARKED]-(:Person)
USING INDEX b:Bark(id)
MERGE (v)-[e:BOOKMARKED]->(b)
  ON CREATE SET e.id = $edgeId
// One that is being removed concurrently has no id any more, and was not created here.
RETURN coalesce(e.id = $edgeId, false) AS changed
