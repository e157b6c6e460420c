// Signs a person up (account/_new_person); the constraints reject a handle or an e-mail address that is taken. No row: the
// handle was given up lately and is reserved. $handleKey, $at → id
// index former_handle
MERGE (f:FormerHandle {key: $handleKey})
WITH f WHERE coalesce(f.until, 0) < $at
DETACH DELETE f
// include account/_new_person Person
RETURN p.id AS id
