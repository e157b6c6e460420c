// All followers of a person with the settings of their follows: the recipients of a bark.
// $personId → one row per follower · index person_id
MATCH (:Person {id: $personId})<-[follows:FOLLOWS]-(f:Person)
RETURN f.id AS id, coalesce(follows.rebarks, true) AS rebarks, coalesce(follows.languages, []) AS languages
