// A person's barks for their data export, newest first, with all versions, pictures, parents and quotes.
// $personId, $before (an id), $limit → rows · index bark_author_id, walked backwards
MATCH (b:Bark)
WHERE b.authorId = $personId AND b.id < $before AND NOT b:Rebark
RETURN b.id AS id, {
  id: b.id, at: b.at, editedAt: b.editedAt, text: b.text, spoiler: b.spoiler, sensitive: b.sensitive,
  language: b.language, audience: b.audience,
  inReplyTo: head([(b)-[:REPLIES_TO|ANSWERED]->(to:Bark) | to.id]),
  quotes: head([(b)-[:QUOTES]->(quoted:Bark) | quoted.id]),
  pictures: [(b)-[:SHOWS]->(m:Media) | m.id],
  poll: head([(b)-[:ASKS]->(q:Poll) |
// include polls/_poll
]),
  likes: COUNT { (b)<-[:LIKES]-() }, rebarks: COUNT { (b)<-[:OF]-() }, replies: COUNT { (b)<-[:REPLIES_TO]-() },
  earlier: [(b)-[:WAS]->(v:Version) | v { .n, .at, .text, .spoiler, pictures: [(v)-[:SHOWS]->(m:Media) | m.id] }]
} AS item
ORDER BY b.authorId DESC, b.id DESC LIMIT $limit
