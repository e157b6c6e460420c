// The members of the staff who may do something, or own the town, and have a confirmed address: to be told of what waits for
// it, but not if it is about themselves. $right, $aboutId → id, handle, email · label Staff
MATCH (p:Staff) WHERE p:Person AND p.id <> $aboutId AND (p.owner OR $right IN p.rights)
MATCH (p)-[:HAS]->(c:Credential) WHERE c.email IS NOT NULL AND c.confirmedAt IS NOT NULL
RETURN p.id AS id, p.handle AS handle, c.email AS email
