// Makes somebody a high-follower author: too many follow them for a copy in each timeline. $personId → the id · index person_id
MATCH (p:Person {id: $personId})
SET p:HighFollower
RETURN p.id AS id
