// A draft by its key. $key ("<person's id> <draft's id>") → 0..1 rows DraftRow · index draft_key
MATCH (d:Draft {key: $key})
RETURN
// include drafts/_draft
AS draft, [(d)-[s:SHOWS]->(m:Media) |
// include media/_media
] AS media
