// Whether a handle or an e-mail address is taken; a former handle counts while it is reserved.
// $handleKey, $emailKey, $now → 1 row · index person_handle, former_handle, credential_email
RETURN EXISTS { (:Person {handleKey: $handleKey}) }
         OR EXISTS { MATCH (f:FormerHandle {key: $handleKey}) WHERE f.until >= $now } AS handle,
       EXISTS { (:Credential {emailKey: $emailKey}) } AS email
