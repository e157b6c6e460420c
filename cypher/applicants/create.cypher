// Stores a request to join (account/_new_person) and reserves its handle until $until; the constraint rejects an e-mail address
// that is taken. No row: the handle is taken or reserved. $handleKey, $at, $until, $reason → id
// index former_handle, person_handle
MERGE (f:FormerHandle {key: $handleKey})
WITH f WHERE coalesce(f.until, 0) < $at AND NOT EXISTS { (:Person {handleKey: $handleKey}) }
SET f.until = $until
// include account/_new_person Applicant
SET p.reason = $reason
RETURN p.id AS id
