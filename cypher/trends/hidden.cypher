// The terms that do not trend, newest first. → one row each · label HiddenTrend
MATCH (t:HiddenTrend)
WITH t ORDER BY t.at DESC
RETURN t.key AS key, t.name AS name
