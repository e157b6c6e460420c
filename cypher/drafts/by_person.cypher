// A person's drafts, last changed first. $personId, $limit → one row DraftRow each · index person_id
MATCH (p:Person {id: $personId})-[:WROTE]->(d:Draft)
USING INDEX p:Person(id)
WITH d ORDER BY d.at DESC, d.id LIMIT $limit
RETURN
// include drafts/_draft
AS draft, [(d)-[s:SHOWS]->(m:Media) |
// include media/_media
] AS media
ORDER BY draft.at DESC, draft.id
