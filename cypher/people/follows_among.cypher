// Which of some pairs "follower followee" are follows. $pairs [[follower, followee], …] → those that are
// index person_id
UNWIND $pairs AS pair
MATCH (a:Person {id: pair[0]})
MATCH (b:Person {id: pair[1]})
WHERE EXISTS { (a)-[:FOLLOWS]->(b) }
RETURN pair[0] AS follower, pair[1] AS followee
