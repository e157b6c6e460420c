// Signs a person up; the constraints reject a handle or an e-mail address that is taken. No row: the handle was given
// up lately and is reserved.
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
