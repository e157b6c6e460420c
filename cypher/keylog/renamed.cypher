// Accounts whose person changed their handle since the key log was told. $limit → rows · index key_account_renamed_at
MATCH (a:KeyAccount)
WHERE a.renamedAt >= 0
MATCH (p:Person)-[:HAS_KEYS]->(a)
RETURN a.id AS accountId, a.seq AS seq, a.handleKey AS before, p.handleKey AS after, a.renamedAt AS renamedAt
LIMIT $limit
