// The barks with keys that an import gave them, whether they were edited since, and whether they are deleted.
// $keys → rows · index bark_idempotency_key
UNWIND $keys AS key
MATCH (b:Bark {idempotencyKey: key})
RETURN key, b.id AS id, b.editedAt IS NOT NULL AS edited, b:Deleted AS deleted
