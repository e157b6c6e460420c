// The app of a client id, with the hash of its secret. $clientId → 0..1 rows · index app_client
MATCH (a:App {clientId: $clientId})
RETURN a.id AS id, a.secretHash AS secretHash, a.scopes AS scopes, a.name AS name, a.website AS website,
       a.redirectUris AS redirectUris
