// Who may write to a person whom they have not written to. $personId → 1 row · index person_id
MATCH (p:Person {id: $personId})
RETURN p.whoMayWrite AS whoMayWrite
