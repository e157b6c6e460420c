// Everybody who follows a person: whom a bark goes to; for rebarks ($rebarks) only those who want to see theirs.
// $personId, $rebarks → ids · index person_id
MATCH (:Person {id: $personId})<-[follows:FOLLOWS]-(f:Person)
WHERE NOT $rebarks OR coalesce(follows.rebarks, true)
RETURN f.id AS id
