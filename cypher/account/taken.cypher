// Whether a handle or an e-mail address is taken; a former handle counts while it is reserved.
// $handleKey, $emailKey, $now → 1 row · index person_handle, former_handle, credential_email
RETURN EXISTS { MATCH (p:Person {handleKey: $handleKey}) USING INDEX p:Person(handleKey) }
         OR EXISTS { MATCH (f:FormerHandle {key: $handleKey}) USING INDEX f:FormerHandle(key) WHERE f.until >= $now } AS handle,
       EXISTS { MATCH (c:Credential {emailKey: $emailKey}) USING INDEX c:Credential(emailKey) } AS email
