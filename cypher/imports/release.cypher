// Ends the claim of a worker whose part was taken from it, since its owner decided otherwise. $id, $at, $until (the claim)
// → 1 row if it still held it · index import_id
MATCH (i:Import {id: $id})
// include leases/_lock i
WITH i WHERE i.dueAt = $until
SET i.dueAt = $at
RETURN i.id AS id
