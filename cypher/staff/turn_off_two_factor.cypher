// Turns off the two-factor sign-in of somebody who has lost everything for it, and logs it; also of somebody whose account is
// closed. No row: it is off already. $personId → id
// index person_id, suspended_id, deletion_pending_id, staff_act_id
WITH { id: $personId } AS row
// include people/_anybody
MATCH (p)-[:HAS]->(c:Credential)
// include leases/_lock c
WITH p, c WHERE c.twoFactorAt IS NOT NULL
// include two_factor/_off c
// include staff/_log
RETURN p.id AS id
