// Whether a person is a high-follower author. $personId → 1 row if they are · index person_id
MATCH (p:Person {id: $personId})
WHERE p:HighFollower
RETURN p.id AS id
