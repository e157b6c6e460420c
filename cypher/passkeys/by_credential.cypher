// The passkey for a sign-in, with its person, who may be suspended. $credential → 0..1 rows · index passkey_credential
MATCH (k:Passkey {credential: $credential})<-[:HAS_PASSKEY]-(p)
USING INDEX k:Passkey(credential)
WHERE p:Person|Suspended
RETURN p.id AS personId, k { .credential, .publicKey, .counter, .transports } AS passkey
