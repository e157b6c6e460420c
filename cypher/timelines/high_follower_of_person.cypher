// The high-follower authors that a person follows: their barks are merged into the person's Home when it is read.
// $personId → ids · index person_id
MATCH (:Person {id: $personId})-[:FOLLOWS]->(f:HighFollower)
RETURN f.id AS id
