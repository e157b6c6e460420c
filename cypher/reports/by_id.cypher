// One report as staff read it, unless it is about themselves ($viewerId, or null). $id → 0..1 rows · index report_id
MATCH (r:Report {id: $id}) WHERE NOT EXISTS { (r)-[:ABOUT]->({id: $viewerId}) }
RETURN
// include reports/_report
