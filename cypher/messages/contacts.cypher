// How some accounts stand to a person who wants to write to them. $personId, $accountIds → ContactRows; none for accounts
// whose people are gone · index person_id, key_account_id
MATCH (v:Person {id: $personId})
UNWIND $accountIds AS accountId
MATCH (:KeyAccount {id: accountId})<-[:HAS_KEYS]-(p:Person)
RETURN accountId, p.id AS personId, EXISTS { (p)-[:FOLLOWS]->(v) } AS follows, EXISTS { (p)-[:BLOCKS]-(v) } AS blocked,
  p.whoMayWrite AS whoMayWrite
