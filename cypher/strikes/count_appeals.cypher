// How many appeals wait for an answer. → 1 row · label PendingAppeal
MATCH (s:PendingAppeal)
RETURN count(s) AS count
