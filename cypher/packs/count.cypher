// How many starter packs a person made. $personId → 1 row · index person_id
MATCH (o:Person {id: $personId})
RETURN COUNT { (o)-[:MADE_PACK]->() } AS count
