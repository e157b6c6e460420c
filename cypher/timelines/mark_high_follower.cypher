// Marks a person as a high-follower author, with too many followers for a copy in each timeline. $personId → the id · index person_id
MATCH (p:Person {id: $personId})
SET p:HighFollower
RETURN p.id AS id
