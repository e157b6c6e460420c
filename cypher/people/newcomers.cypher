// The newest people who have barked and whom the viewer (or nobody) does not follow yet.
// $viewerId (or ""), $limit → ids · index person_id, walked backwards
MATCH (p:Person)
WHERE p.id > '' AND p.id <> $viewerId AND p.lastBarkAt IS NOT NULL AND p.discoverable
  AND NOT EXISTS { (:Person {id: $viewerId})-[:FOLLOWS]->(p) }
RETURN p.id AS id
ORDER BY id DESC LIMIT $limit
