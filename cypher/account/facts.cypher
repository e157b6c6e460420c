// What the settings page shows of an account. $personId → 0..1 rows · index person_id
MATCH (p:Person {id: $personId})
OPTIONAL MATCH (p)-[:HAS]->(c:Credential)
RETURN p.handle AS handle, c.email AS email, c.passwordHash IS NOT NULL AS hasPassword, c.passwordAt AS passwordAt,
       c.confirmedAt AS confirmedAt, c.newEmail AS newEmail, c.weeklyAt IS NOT NULL AS weekly,
       COUNT { (p)-[:HAS_PASSKEY]->() } AS passkeys, COUNT { (p)-[:SIGNED_IN]->() } AS sessions,
       COUNT { (p)-[:HOLDS]->() } AS apps
