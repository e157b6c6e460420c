// Everybody who follows a person: whom a bark goes to. $personId → ids · index person_id
MATCH (:Person {id: $personId})<-[:FOLLOWS]-(f:Person)
RETURN f.id AS id
