// The followers of a person with the settings of their follows and of their Home, as `follower`. `elsewhere`: they read this
// person on an exclusive list instead of Home. `followsAnswered`: they follow $answered; it is looked up only for those whose
// Home depends on it. $personId, $answered (the id of the person whom the bark answers, or null) · index person_id
MATCH (p:Person {id: $personId})
WITH p, COLLECT { MATCH (p)<-[:LISTS]-(:List {exclusive: true})<-[:OWNS_LIST]-(x:Person) RETURN x } AS readers
OPTIONAL MATCH (answered:Person {id: $answered})
WITH p, readers, answered
MATCH (p)<-[follows:FOLLOWS]-(f:Person)
WITH { id: f.id, rebarks: coalesce(follows.rebarks, true), languages: coalesce(follows.languages, []),
       elsewhere: f IN readers, home: { replies: coalesce(f.homeReplies, 'all'), rebarks: coalesce(f.homeRebarks, true) },
       followsAnswered: CASE WHEN f.homeReplies = 'followed' AND answered IS NOT NULL THEN EXISTS { (f)-[:FOLLOWS]->(answered) }
            ELSE false END } AS follower
