// Barks with their authors, links and counters (stored degrees), as every viewer sees them. Deleted ones are absent.
// $ids → one row per bark · index bark_id
UNWIND $ids AS id
MATCH (b:Bark {id: id})<-[:BARKED]-(p:Person)
USING INDEX b:Bark(id)
RETURN
// include barks/_bark
AS bark,
// include people/_person
AS author,
       [(b)-[:MENTIONS]->(m:Person) | m { .id, .handle, .formerly }] AS mentions,
       [(b)-[s:SHOWS]->(m:Media) |
// include media/_media
] AS media,
       head([(b)-[:REPLIES_TO]->(to:Bark) | {
         id: to.id, author: head([(to)<-[:BARKED|RETRACTED]-(by:Person) | by { .id, .handle }]) }]) AS replyTo,
       head([(b)-[q:QUOTES|REVOKED_QUOTE]->(quoted:Bark) | {
         id: quoted.id, version: q.version, revoked: type(q) = 'REVOKED_QUOTE' }]) AS quotes,
       head([(b)-[:ASKS]->(q:Poll) |
// include polls/_poll
]) AS poll,
       head([(b)-[:LINKS]->(c:LinkCard) |
// include cards/_card
]) AS card,
       { likes: COUNT { (b)<-[:LIKES]-() },
         rebarks: COUNT { (b)<-[:OF]-() },
         replies: COUNT { (b)<-[:REPLIES_TO]-() },
         quotes: COUNT { (b)<-[:QUOTES]-() } } AS counts,
       [(b)<-[:TO]-(r:Reaction) | { emoji: r.emoji, count: COUNT { (r)<-[:REACTED]-() }, id: r.id }] AS reactions
