// Sets who may write to a person whom they have not written to. $personId, $whoMayWrite → 1 row · index person_id
MATCH (p:Person {id: $personId})
SET p.whoMayWrite = $whoMayWrite
RETURN p.whoMayWrite AS whoMayWrite
