// Since when these people have followed a person, and the person's decisions about their notification requests.
// $personId, $ids → one row for each who exists · index person_id
MATCH (me:Person {id: $personId})
UNWIND $ids AS id
MATCH (p:Person {id: id})
OPTIONAL MATCH (p)-[f:FOLLOWS]->(me)
OPTIONAL MATCH (me)-[h:NOTIFICATION_REQUEST]->(p)
RETURN id, f.at AS followerSince, coalesce(h.accepted, false) AS accepted, coalesce(h.dismissedTo, '0') AS dismissedTo
