// Deletes reports that were handled before a time, with their notes. $before (Unix ms), $limit → how many
// index report_resolved_at
MATCH (r:Report) WHERE r.resolvedAt < $before
WITH r LIMIT $limit
CALL (r) { OPTIONAL MATCH (r)-[:HAS_NOTE]->(n:ReportNote) DETACH DELETE n }
DETACH DELETE r
RETURN count(*) AS count
