// The person of an account of encrypted messages; no row when it is closed or they are gone. $accountId → id
// index key_account_id
MATCH (:KeyAccount {id: $accountId})<-[:HAS_KEYS]-(p:Person)
RETURN p.id AS id
