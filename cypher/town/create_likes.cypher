// Creates likes of old barks of the demo town. $ids (people), $rows [{id (bark), given [[person's place, id, version]]}]
// → 1 row with their number · index person_id, bark_id
UNWIND $ids AS id
MATCH (p:Person {id: id})
WITH collect(p) AS people
UNWIND $rows AS row
MATCH (b:Bark {id: row.id})
UNWIND row.given AS like
WITH b, people[like[0]] AS p, like
CREATE (p)-[:LIKES {id: like[1], authorId: b.authorId, version: like[2]}]->(b)
RETURN count(*) AS made
