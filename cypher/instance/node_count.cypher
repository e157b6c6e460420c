// The number of nodes. → 1 row
MATCH (n) RETURN count(n) AS count
