// All followers of a person with the settings of their follows and of their Home: the recipients of a bark. `elsewhere`:
// they read this person on an exclusive list instead of Home. `followsAnswered`: they follow $answered; it is looked up
// only for those whose Home depends on it.
// $personId, $answered (the id of the person whom the bark answers, or null) → one row per follower · index person_id
MATCH (p:Person {id: $personId})
WITH p, COLLECT { MATCH (p)<-[:LISTS]-(:List {exclusive: true})<-[:OWNS_LIST]-(x:Person) RETURN x } AS readers
OPTIONAL MATCH (answered:Person {id: $answered})
WITH p, readers, answered
MATCH (p)<-[follows:FOLLOWS]-(f:Person)
RETURN f.id AS id, coalesce(follows.rebarks, true) AS rebarks, coalesce(follows.languages, []) AS languages,
       f IN readers AS elsewhere, { replies: coalesce(f.homeReplies, 'all'), rebarks: coalesce(f.homeRebarks, true) } AS home,
       CASE WHEN f.homeReplies = 'followed' AND answered IS NOT NULL THEN EXISTS { (f)-[:FOLLOWS]->(answered) }
            ELSE false END AS followsAnswered
