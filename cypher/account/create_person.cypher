// Signs somebody up; the constraints refuse a handle or an e-mail that is taken.
// $id, $handle, $handleKey, $name, $portrait, $header, $locale, $email, $emailKey, $passwordHash, $at → id
CREATE (p:Person {id: $id, handle: $handle, handleKey: $handleKey, name: $name, bio: '',
                  portrait: $portrait, header: $header, locale: $locale, at: $at,
                  bot: false, locked: false, discoverable: true})
CREATE (p)-[:HAS]->(:Credential {email: $email, emailKey: $emailKey, passwordHash: $passwordHash, sessionEpoch: 0})
RETURN p.id AS id
