// A person's barks that wait for their time or for the staff, for their data export. $personId, $before (an id), $limit → rows,
// last scheduled first; `poll` is JSON · index person_id
MATCH (p:Person {id: $personId})-[:SCHEDULED]->(s)
USING INDEX p:Person(id)
WHERE s.id < $before
RETURN s.id AS id, {
  id: s.id, dueAt: s.dueAt, heldAt: s.heldAt, text: s.text, spoiler: s.spoiler, sensitive: s.sensitive, language: s.language,
  audience: s.audience, quotePolicy: s.quotePolicy, inReplyTo: s.replyTo, quotes: s.quotes, poll: s.poll,
  pictures: [(s)-[:SHOWS]->(m:Media) | m.id]
} AS item
ORDER BY id DESC LIMIT $limit
