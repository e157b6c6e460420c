// Creates rebarks of old barks of the demo town. $ids (people), $rows [{id (bark), given [[person's place, id, at]]}]
// → 1 row with their number · index person_id, bark_id
UNWIND $ids AS id
MATCH (p:Person {id: id})
WITH collect(p) AS people
UNWIND $rows AS row
MATCH (b:Bark {id: row.id})
UNWIND row.given AS rebark
WITH b, people[rebark[0]] AS p, rebark
CREATE (p)-[:REBARKED]->(r:Bark:Rebark {id: rebark[1], authorId: p.id, at: rebark[2], pair: p.id + ' ' + b.id,
                                         ofId: b.id, ofAuthorId: b.authorId})-[:OF]->(b)
RETURN count(*) AS made
