// How many people live here, from the count store. → 1 row
MATCH (p:Person) RETURN count(p) AS count
