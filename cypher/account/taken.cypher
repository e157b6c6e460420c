// Whether a handle or an e-mail address is taken. $handleKey, $emailKey → 1 row · index person_handle, credential_email
RETURN EXISTS { (:Person {handleKey: $handleKey}) } AS handle,
       EXISTS { (:Credential {emailKey: $emailKey}) } AS email
