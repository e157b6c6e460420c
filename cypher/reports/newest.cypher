// Reports as operators read them, newest first; $open leaves out resolved ones.
// $open, $limit → one row per report · index report_id, walked backwards
MATCH (r:Report)
WHERE r.id > '' AND (NOT $open OR r.resolvedAt IS NULL)
WITH r ORDER BY r.id DESC LIMIT $limit
RETURN r.id AS id, r.at AS at, r.category AS category, r.comment AS comment, r.resolvedAt AS resolvedAt,
       [(v:Person)-[:FILED]->(r) | v { .id, .handle }][0] AS from,
       [(r)-[:ABOUT]->(p:Person) | p { .id, .handle }][0] AS about,
       [(r)-[n:NAMES]->(b:Bark) | { id: b.id, text: n.text }] AS barks,
       coalesce(r.disclosed, []) AS messages
