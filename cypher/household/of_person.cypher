// The people who share a person's grid, those they invited, and those who invited them, each by id.
// $personId → 1 row · index person_id
MATCH (p:Person {id: $personId})
RETURN COLLECT { MATCH (p)-[:LIVES_IN]->(:Household)<-[:LIVES_IN]-(o:Person) RETURN o.id ORDER BY o.id } AS members,
       COLLECT { MATCH (p)-[:INVITED]->(o:Person) RETURN o.id ORDER BY o.id } AS invited,
       COLLECT { MATCH (p)<-[:INVITED]-(o:Person) RETURN o.id ORDER BY o.id } AS invitations
