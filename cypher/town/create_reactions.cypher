// Creates reactions to old barks of the demo town, one row per emoji and bark. $ids (people),
// $rows [{id (bark), reaction {key, emoji, id}, given [[person's place, id, version]]}] → 1 row with their number
// · index person_id, bark_id
UNWIND $ids AS id
MATCH (p:Person {id: id})
WITH collect(p) AS people
UNWIND $rows AS row
MATCH (b:Bark {id: row.id})
CREATE (r:Reaction)-[:TO]->(b)
SET r = row.reaction
WITH people, row, b, r
UNWIND row.given AS reacted
WITH b, r, people[reacted[0]] AS p, reacted
CREATE (p)-[:REACTED {id: reacted[1], authorId: b.authorId, version: reacted[2]}]->(r)
RETURN count(*) AS made
