// Creates lists of people of the demo town. $ids (people), $rows [{by (person's place), list (properties), given [[person's
// place, id]]}] → 1 row with their number · index person_id
UNWIND $ids AS id
MATCH (p:Person {id: id})
WITH collect(p) AS people
UNWIND $rows AS row
WITH people, row, people[row.by] AS o
CREATE (o)-[:OWNS_LIST]->(l:List)
SET l = row.list
WITH people, row, l
UNWIND row.given AS entry
WITH l, people[entry[0]] AS m, entry
CREATE (l)-[:LISTS {id: entry[1]}]->(m)
RETURN count(*) AS made
