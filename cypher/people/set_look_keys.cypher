// Stores the look-alike keys of handles, unless these changed meanwhile.
// $rows [{id, handle, lookKey}] → how many · index person_id, deletion_pending_id, suspended_id
UNWIND $rows AS row
// include people/_anybody
WITH row, p
WHERE p.handle = row.handle
SET p.lookKey = row.lookKey
RETURN count(p) AS count
