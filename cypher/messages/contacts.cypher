// How some accounts stand to a person who wants to write to them. Nobody is let in by following that person if somebody of
// $beside (accounts in the same conversation) blocks them, or is blocked by them: for them it is a request.
// $personId, $accountIds, $beside → ContactRows; none for accounts whose people are gone · index person_id, key_account_id
MATCH (v:Person {id: $personId})
UNWIND $accountIds AS accountId
MATCH (:KeyAccount {id: accountId})<-[:HAS_KEYS]-(p:Person)
RETURN accountId, p.id AS personId, EXISTS { (p)-[:FOLLOWS]->(v) } AND NOT EXISTS {
    (p)-[:BLOCKS]-(:Person)-[:HAS_KEYS]->(k:KeyAccount) WHERE k.id IN $beside } AS follows, EXISTS { (p)-[:BLOCKS]-(v) } AS blocked,
  p.whoMayWrite AS whoMayWrite
