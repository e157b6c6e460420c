// Records that an access token is in use. $hash, $at → hash · index token_hash
MATCH (t:Token {hash: $hash})
SET t.lastAt = $at
RETURN t.hash AS hash
