// How many outbox entries wait to be delivered: the label's count. → 1 row
MATCH (o:Pending)
RETURN count(o) AS count
