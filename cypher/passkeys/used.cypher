// Records the use of a passkey. No row: its counter did not increase, so there may be a copy of it.
// $credential, $counter, $at → its person · index passkey_credential
MATCH (k:Passkey {credential: $credential})<-[:HAS_PASSKEY]-(p)
USING INDEX k:Passkey(credential)
WHERE p:Person|Suspended
// Of two at once the second sees the first's counter.
// include leases/_lock k
WITH k, p WHERE k.counter < $counter OR (k.counter = 0 AND $counter = 0) OR k.lastAt = $at
SET k.counter = $counter, k.lastAt = $at
RETURN p.id AS personId
