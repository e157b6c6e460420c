// The number of pending outbox entries, from the count store. → 1 row
MATCH (o:Pending)
RETURN count(o) AS count
