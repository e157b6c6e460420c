// How long (ms) a lease still lasts, by the database's clock. $name → 1 row, none if it was never taken
// · index lease_name
MATCH (l:Lease {name: $name})
RETURN l.until - timestamp() AS left
