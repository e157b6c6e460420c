// A person's access tokens with their apps, last used first. $personId → at most 100 rows · index person_id
MATCH (p:Person {id: $personId})-[:HOLDS]->(t:Token)-[:OF]->(a:App)
RETURN t { .id, .hash, .scopes, .at, .lastAt, app: a.name, website: a.website } AS token
ORDER BY coalesce(t.lastAt, t.at) DESC, t.id DESC LIMIT 100
