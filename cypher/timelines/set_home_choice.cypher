// Changes what a person's Home shows; null leaves a part as it is. $personId, $replies, $rebarks → 1 row HomeChoice
// index person_id
MATCH (p:Person {id: $personId})
SET p.homeReplies = coalesce($replies, p.homeReplies), p.homeRebarks = coalesce($rebarks, p.homeRebarks)
RETURN coalesce(p.homeReplies, 'all') AS replies, coalesce(p.homeRebarks, true) AS rebarks
