// Makes the person who joined first, with an e-mail address, the owner of a town that has none.
// $personId → id, for the owner only · index person_id, credential_email, staff_act_id, label Staff
MATCH (p:Person {id: $personId})-[:HAS]->(:Credential)
WHERE NOT EXISTS { MATCH (s:Staff) WHERE s.owner }
  AND NOT EXISTS { MATCH (other:Credential) WHERE other.emailKey > '' AND EXISTS { (o)-[:HAS]->(other) WHERE o.id < p.id } }
SET p:Staff, p.owner = true
// include staff/_log
RETURN p.id AS id
