// How long people have followed a person, and what the person said to hearing of them.
// $personId, $ids → one row for each of them who is there · index person_id
MATCH (me:Person {id: $personId})
UNWIND $ids AS id
MATCH (p:Person {id: id})
OPTIONAL MATCH (p)-[f:FOLLOWS]->(me)
OPTIONAL MATCH (me)-[h:NOTIFICATION_REQUEST]->(p)
RETURN id, f.at AS followerSince, coalesce(h.accepted, false) AS accepted, coalesce(h.dismissedTo, '0') AS dismissedTo
