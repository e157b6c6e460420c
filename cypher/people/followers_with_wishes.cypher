// Everybody who follows a person, and what of theirs they want to see: whom a bark goes to.
// $personId → one row a follower · index person_id
MATCH (:Person {id: $personId})<-[follows:FOLLOWS]-(f:Person)
RETURN f.id AS id, coalesce(follows.rebarks, true) AS rebarks, coalesce(follows.languages, []) AS languages
