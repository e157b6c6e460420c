// Who follows whom in the demo town, each pair once. $rows [{from, to (ids), at}]
// → 1 row with their number · index person_id
UNWIND $rows AS row
MATCH (a:Person {id: row.from})
MATCH (b:Person {id: row.to})
CREATE (a)-[:FOLLOWS {at: row.at}]->(b)
RETURN count(*) AS made
