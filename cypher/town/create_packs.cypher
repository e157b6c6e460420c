// Creates starter packs of the demo town. $ids (people), $rows [{by (person's place), pack (properties), given [[person's
// place, id]]}] → 1 row with their number · index person_id
UNWIND $ids AS id
MATCH (p:Person {id: id})
WITH collect(p) AS people
UNWIND $rows AS row
WITH people, row, people[row.by] AS o
CREATE (o)-[:MADE_PACK]->(s:StarterPack)
SET s = row.pack
WITH people, row, s
UNWIND row.given AS entry
WITH s, people[entry[0]] AS m, entry
CREATE (s)-[:INCLUDES {id: entry[1]}]->(m)
RETURN count(*) AS made
