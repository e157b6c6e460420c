// Takes or renews a lease for $ms; the lock gives it to one of several. After its end it is free $spare ms later.
// $name, $holder, $ms, $spare → 1 row: whether $holder has it, and the database's time · index lease_name
MERGE (l:Lease {name: $name})
// include leases/_lock l
WITH l, coalesce(l.holder, '') = $holder OR coalesce(l.until, 0) + $spare < timestamp() AS mine
FOREACH (_ IN CASE WHEN mine THEN [1] ELSE [] END | SET l.holder = $holder, l.until = timestamp() + $ms)
RETURN mine, timestamp() AS now
