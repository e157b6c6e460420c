// Mutes a conversation for a person; idempotent.
// $viewerId, $barkId (any bark of it, or a rebark), $at → 1 row, none if there is no such bark · index person_id, bark_id
MATCH (v:Person {id: $viewerId})
MATCH (b:Bark {id: $barkId})
OPTIONAL MATCH (b)-[:OF]->(original:Bark)
WITH v, coalesce(original, b) AS b
MATCH (root:Bark {id: b.thread})
MERGE (v)-[m:MUTES_THREAD]->(root)
  ON CREATE SET m.at = $at
RETURN root.id AS id
