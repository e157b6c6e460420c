// The web sessions and access tokens of a person. $personId → 1 row, none without such a person · index person_id
MATCH (p:Person {id: $personId})
RETURN [(p)-[:SIGNED_IN]->(s:Session) | s.id] AS sessions, [(p)-[:HOLDS]->(t:Token) | t.hash] AS hashes
