// All followers of a person with the settings of their follows: the recipients of a bark. `elsewhere`: they read this
// person on an exclusive list instead of Home.
// $personId → one row per follower · index person_id
MATCH (p:Person {id: $personId})
WITH p, COLLECT { MATCH (p)<-[:LISTS]-(:List {exclusive: true})<-[:OWNS_LIST]-(x:Person) RETURN x } AS readers
MATCH (p)<-[follows:FOLLOWS]-(f:Person)
RETURN f.id AS id, coalesce(follows.rebarks, true) AS rebarks, coalesce(follows.languages, []) AS languages,
       f IN readers AS elsewhere
