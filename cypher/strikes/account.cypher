// A person as measures see them: whoever they are now. $ids → one row each · index person_id, suspended_id,
// deletion_pending_id
UNWIND $ids AS id
WITH { id: id } AS row
// include people/_anybody
OPTIONAL MATCH (p)-[:HAS]->(c:Credential)
RETURN
// include people/_person
AS person, p.suspendedAt IS NOT NULL AS suspended, p:Limited AS limited, p.disabledAt IS NOT NULL AS disabled, p:DeletionPending AS leaving,
       coalesce(p.alwaysSensitive, false) AS sensitized, c.email AS email, coalesce(p.locale, 'en') AS locale,
       { id: p.id, owner: coalesce(p.owner, false), rights: coalesce(p.rights, []) } AS staff
