// Releases a lease early. $name, $holder → 1 row, none if another process holds it by now · index lease_name
MATCH (l:Lease {name: $name})
WHERE l.holder = $holder
SET l.until = timestamp()
RETURN l.name AS name
