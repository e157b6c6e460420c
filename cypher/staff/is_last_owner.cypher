// Whether a person owns the town and nobody else does. $personId → 0..1 rows · index person_id, label Staff
MATCH (p:Person {id: $personId})
RETURN coalesce(p.owner, false) AND NOT EXISTS { MATCH (o:Staff) WHERE o:Person AND o.owner AND o.id <> $personId } AS last
