// Ends a lease before its time. $name, $holder → 1 row, none if it is somebody else's by now · index lease_name
MATCH (l:Lease {name: $name})
WHERE l.holder = $holder
SET l.until = timestamp()
RETURN l.name AS name
