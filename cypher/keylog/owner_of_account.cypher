// The person of an account of encrypted messages, also when it is closed; no row when they are gone. $accountId → id
// index key_account_id, person_id
MATCH (a:KeyAccount {id: $accountId})
MATCH (p:Person {id: a.personId})
RETURN p.id AS id
