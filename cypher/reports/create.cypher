// Files a report about a person, with the current texts of the barks it names, which must be that person's.
// $reporterId, $personId, $report {id, at, category, comment, ruleIds, disclosed}, $barkIds → 1 row with how many barks it names,
// none if either person is missing · index person_id, bark_id
MATCH (v:Person {id: $reporterId})
MATCH (p:Person {id: $personId})
MERGE (r:Report {id: $report.id})
  ON CREATE SET r += $report
MERGE (v)-[:FILED]->(r)
MERGE (r)-[:ABOUT]->(p)
WITH r, p
CALL (r, p) {
  UNWIND $barkIds AS id
  MATCH (b:Bark {id: id})<-[:BARKED]-(p)
  USING INDEX b:Bark(id)
  MERGE (r)-[n:NAMES]->(b)
  SET n.text = b.text, n.spoiler = b.spoiler
  RETURN count(b) AS named
}
RETURN named
