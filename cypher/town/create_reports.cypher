// Creates reports of people of the demo town about others.
// $ids (people), $rows [{report, by, about (their places), barks [{id, text}]}] → 1 row with their number
// index person_id, bark_id
UNWIND $ids AS id
MATCH (p:Person {id: id})
WITH collect(p) AS people
UNWIND $rows AS row
WITH row, people[row.by] AS v, people[row.about] AS p
CREATE (v)-[:FILED]->(r:Report)-[:ABOUT]->(p)
SET r = row.report
WITH r, row
CALL (r, row) {
  UNWIND row.barks AS named
  MATCH (b:Bark {id: named.id})
  CREATE (r)-[:NAMES {text: named.text}]->(b)
}
RETURN count(r) AS made
