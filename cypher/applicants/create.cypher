// Stores a request to join (account/_new_person) and reserves its handle until $until; the constraint rejects an e-mail address
// that is taken. With $entersWhenConfirmed, nobody has to answer it. No row: the handle is taken or reserved.
// $handleKey, $at, $until, $reason, $entersWhenConfirmed → id · index former_handle, person_handle
MERGE (f:FormerHandle {key: $handleKey})
WITH f WHERE coalesce(f.until, 0) < $at AND NOT EXISTS { (:Person {handleKey: $handleKey}) }
SET f.until = $until
// include account/_new_person Applicant
SET p.reason = $reason, p.entersWhenConfirmed = $entersWhenConfirmed
RETURN p.id AS id
