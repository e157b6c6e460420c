// Notes what handles look like. $rows (id, handle, lookKey) → how many; a handle changed meanwhile is left alone
// index person_id
UNWIND $rows AS row
MATCH (p:Person {id: row.id})
WHERE p.handle = row.handle
SET p.lookKey = row.lookKey
RETURN count(p) AS count
