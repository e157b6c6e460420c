// One report as operators read it. $id → 0..1 rows as reports/newest · index report_id
MATCH (r:Report {id: $id})
RETURN r.id AS id, r.at AS at, r.category AS category, r.comment AS comment, r.resolvedAt AS resolvedAt,
       [(v:Person)-[:FILED]->(r) | v { .id, .handle }][0] AS from,
       [(r)-[:ABOUT]->(p:Person) | p { .id, .handle }][0] AS about,
       [(r)-[n:NAMES]->(b:Bark) | { id: b.id, text: n.text }] AS barks,
       coalesce(r.disclosed, []) AS messages
