// One report as staff read it. $id → 0..1 rows · index report_id
MATCH (r:Report {id: $id})
RETURN
// include reports/_report
