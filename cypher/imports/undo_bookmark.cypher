// Removes the bookmark that an import created, if it is still the same one. $personId, $barkId, $id (of the bookmark)
// → 1 row if it was there · index person_id, bark_id
MATCH (p:Person {id: $personId})
MATCH (b:Bark {id: $barkId})
OPTIONAL MATCH (p)-[e:BOOKMARKED]->(b) WHERE e.id = $id
WITH e, b.id AS id WHERE e IS NOT NULL
DELETE e
RETURN id
