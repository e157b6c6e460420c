// How many nodes there are. → 1 row
MATCH (n) RETURN count(n) AS count
