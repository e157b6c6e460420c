// A report `r` as staff read it: ReportRow. Reporters and reported people may be suspended or leaving, and are named still.
r.id AS id, r.at AS at, r.category AS category, r.comment AS comment, coalesce(r.ruleIds, []) AS ruleIds,
r.resolvedAt AS resolvedAt, r.resolvedBy AS resolvedBy, r.resolvedById AS resolvedById, coalesce(r.changedAt, r.at) AS changedAt,
[(v)-[:FILED]->(r) | v { .id, .handle }][0] AS from,
[(r)-[:ABOUT]->(p) | p { .id, .handle }][0] AS about,
[(r)-[:ASSIGNED_TO]->(m:Person) | m { .id, .handle }][0] AS assigned,
[(r)-[n:NAMES]->(b:Bark) | { id: b.id, text: n.text, spoiler: n.spoiler }] AS barks,
[(r)-[:HAS_NOTE]->(n:ReportNote) | n { .id, .at, .by, .text }] AS notes,
coalesce(r.disclosed, []) AS messages
