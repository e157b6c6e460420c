// Signs somebody up; the constraints refuse a handle or an e-mail that is taken. No row: somebody gave the
// handle up lately, and it still leads to them.
// $id, $handle, $handleKey, $lookKey, $name, $portrait, $header, $locale, $email, $emailKey, $passwordHash, $at → id
// index former_handle
MERGE (f:FormerHandle {key: $handleKey})
WITH f WHERE coalesce(f.until, 0) < $at
DETACH DELETE f
CREATE (p:Person {id: $id, handle: $handle, handleKey: $handleKey, lookKey: $lookKey, name: $name, bio: '',
                  nameWords: $handleKey, bioWords: '',
                  portrait: $portrait, header: $header, locale: $locale, at: $at,
                  bot: false, locked: false, discoverable: true})
CREATE (p)-[:HAS]->(:Credential {email: $email, emailKey: $emailKey, passwordHash: $passwordHash})
RETURN p.id AS id
