// A person's web sessions, last used first. $personId → at most 100 rows · index person_id
MATCH (p:Person {id: $personId})-[:SIGNED_IN]->(s:Session)
RETURN s { .id, .agent, .at, .lastAt } AS session
ORDER BY s.lastAt DESC, s.id DESC LIMIT 100
