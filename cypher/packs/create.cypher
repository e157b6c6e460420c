// Creates a starter pack; idempotent by its id. No row: the person has $most already.
// $personId, $pack {id, name, description, at}, $most → id · index person_id, starter_pack_id
MATCH (o:Person {id: $personId})
WHERE COUNT { (o)-[:MADE_PACK]->() } < $most
MERGE (s:StarterPack {id: $pack.id})
  ON CREATE SET s += $pack
MERGE (o)-[:MADE_PACK]->(s)
RETURN s.id AS id
