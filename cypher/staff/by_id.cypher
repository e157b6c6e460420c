// What a person may do to run the town. $personId → 0..1 rows · index person_id
MATCH (p:Person {id: $personId})
RETURN p.id AS id, coalesce(p.owner, false) AS owner, coalesce(p.rights, []) AS rights
