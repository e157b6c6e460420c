// Lets a term trend again, with an entry in the log. $key → key · index staff_act_id
OPTIONAL MATCH (t:HiddenTrend {key: $key})
DETACH DELETE t
// include staff/_log
RETURN $key AS key
