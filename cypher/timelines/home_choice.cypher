// What people chose for their Home. $ids → one row HomeChoice per person with a choice of their own · index person_id
UNWIND $ids AS id
MATCH (p:Person {id: id})
USING INDEX p:Person(id)
WHERE p.homeReplies IS NOT NULL OR p.homeRebarks IS NOT NULL
RETURN p.id AS id, coalesce(p.homeReplies, 'all') AS replies, coalesce(p.homeRebarks, true) AS rebarks
