// Changes what a report says is wrong, with an entry in the log. $id, $category, $ruleIds, $at (Unix ms) → id
// index report_id, staff_act_id
MATCH (r:Report {id: $id})
SET r.category = $category, r.ruleIds = $ruleIds, r.changedAt = $at
// include staff/_log
RETURN r.id AS id
