// A new `it` (Person or Applicant) as `p`, with their credential. $id, $handle, $handleKey, $lookKey, $name, $portrait, $header,
// $locale, $email, $emailKey, $passwordHash, $at
CREATE (p:it {id: $id, handle: $handle, handleKey: $handleKey, lookKey: $lookKey, name: $name, bio: '',
              nameWords: $handleKey, bioWords: '',
              portrait: $portrait, header: $header, locale: $locale, at: $at,
              bot: false, locked: false, discoverable: true})
CREATE (p)-[:HAS]->(:Credential {email: $email, emailKey: $emailKey, passwordHash: $passwordHash})
