// Keeps a term out of trends, with an entry in the log. $key, $name, $at (Unix ms) → key · index hidden_trend_key, staff_act_id
MERGE (t:HiddenTrend {key: $key})
  ON CREATE SET t.name = $name, t.at = $at
// include staff/_log
RETURN t.key AS key
