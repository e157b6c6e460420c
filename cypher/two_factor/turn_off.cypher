// Turns off two-factor sign-in. No row: it is off already. $personId → id · index person_id
MATCH (p:Person {id: $personId})-[:HAS]->(c:Credential)
// include leases/_lock c
WITH p, c WHERE c.twoFactorAt IS NOT NULL
// include two_factor/_off c
RETURN p.id AS id
