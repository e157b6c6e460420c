// A person's starter packs with the people whom they show, for their data export. $personId, $before (an id), $limit
// → rows, newest first · index person_id
MATCH (p:Person {id: $personId})-[:MADE_PACK]->(s:StarterPack)
USING INDEX p:Person(id)
WHERE s.id < $before
RETURN s.id AS id, {
  id: s.id, name: s.name, description: s.description, at: s.at, editedAt: s.editedAt,
  members: COLLECT {
    MATCH (s)-[e:INCLUDES]->(m:Person)
    WHERE m.discoverable AND NOT EXISTS { (m)-[:BLOCKS]-(p) }
    RETURN { id: m.id, handle: m.handle } ORDER BY e.id
  }
} AS item
ORDER BY id DESC LIMIT $limit
