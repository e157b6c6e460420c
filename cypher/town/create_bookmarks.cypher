// Creates bookmarks of people of the demo town.
// $ids (people), $rows [{id (bark), given [[person's place, id]]}] → 1 row with their number · index person_id, bark_id
UNWIND $ids AS id
MATCH (p:Person {id: id})
WITH collect(p) AS people
UNWIND $rows AS row
MATCH (b:Bark {id: row.id})
UNWIND row.given AS kept
WITH b, people[kept[0]] AS p, kept
CREATE (p)-[:BOOKMARKED {id: kept[1]}]->(b)
RETURN count(*) AS made
