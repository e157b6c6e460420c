// The passkey for a sign-in, with its person. $credential → 0..1 rows · index passkey_credential
MATCH (k:Passkey {credential: $credential})<-[:HAS_PASSKEY]-(p:Person)
USING INDEX k:Passkey(credential)
RETURN p.id AS personId, k { .credential, .publicKey, .counter, .transports } AS passkey
