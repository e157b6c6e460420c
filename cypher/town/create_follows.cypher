// Creates follows in the demo town, each pair once. People are looked up once and then referred to by
// index in $ids, because two index seeks per follow took twice as long.
// $ids, $rows [[from, to (places), at, id]] → 1 row with their number · index person_id
UNWIND $ids AS id
MATCH (p:Person {id: id})
WITH collect(p) AS people
UNWIND $rows AS row
WITH people[row[0]] AS a, people[row[1]] AS b, row[2] AS at, row[3] AS id
CREATE (a)-[:FOLLOWS {at: at, id: id, rebarks: true, notify: false}]->(b)
RETURN count(*) AS made
