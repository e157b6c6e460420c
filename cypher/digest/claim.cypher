// Claims up to $limit weekly mails whose last one was at $before (Unix ms) or earlier; of two workers that claim at once, one
// gets each. $before, $now, $limit → the people · index credential_weekly_at
MATCH (c:Credential) WHERE c.weeklyAt <= $before
WITH c LIMIT $limit
// include leases/_lock c
WITH c WHERE c.weeklyAt <= $before
SET c.weeklyAt = $now
WITH c
MATCH (c)<-[:HAS]-(p:Person) WHERE p.disabledAt IS NULL
RETURN p.id AS id, p.handle AS handle, c.email AS email
