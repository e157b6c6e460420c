// A person with the private fields of their account. $personId → 0..1 rows · index person_id
MATCH (p:Person {id: $personId})
RETURN
// include people/_person
AS person,
       { audience: coalesce(p.barksFor, 'public'), sensitive: coalesce(p.barksSensitive, false),
         language: p.barksIn, quotePolicy: coalesce(p.quotePolicy, 'public') } AS defaults,
       COUNT { (p)<-[:REQUESTED_FOLLOW]-() } AS requests,
       { id: p.id, owner: coalesce(p.owner, false), rights: coalesce(p.rights, []) } AS staff
