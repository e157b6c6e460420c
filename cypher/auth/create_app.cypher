// Registers a client app. $id, $clientId, $secretHash, $name, $website, $redirectUris, $scopes, $at → id
MERGE (a:App {clientId: $clientId})
  ON CREATE SET a.id = $id, a.secretHash = $secretHash, a.name = $name, a.website = $website,
                a.redirectUris = $redirectUris, a.scopes = $scopes, a.at = $at
RETURN a.id AS id
