// Deletes a bark's text and links, and adds an outbox entry. It stays linked to its author and parent (for the thread's
// shape), but by other relationships, so that counts of BARKED and REPLIES_TO stay exact degrees. Without authorId
// and audience it leaves the indexes of lists.
// $authorId, $id, $at, $outboxId → 1 row if it was there and is theirs · index bark_id
MATCH (b:Bark {id: $id})<-[:BARKED]-(:Person {id: $authorId})
USING INDEX b:Bark(id)
// Of two concurrent deletes, the second finds no BARKED below.
// include leases/_lock b
WITH b
CALL (b) { MATCH (b)-[:WAS]->{0,1}()-[:SHOWS]->(m:Media) SET m:Unattached, m.until = $at }
CALL (b) { MATCH (b)-[:WAS]->(v:Version) OPTIONAL MATCH (v)-[:ASKED]->(q:Poll)
  FOREACH (_ IN CASE WHEN q IS NULL THEN [] ELSE [1] END | MERGE (b)-[:ASKS]->(q)) DETACH DELETE v }
CALL (b) { MATCH (b)-[:ASKS]->(q:Poll) REMOVE q:OpenPoll } // barks/purge deletes polls with their votes
MATCH (b)<-[barked:BARKED]-(p:Person)
OPTIONAL MATCH (b)-[reply:REPLIES_TO]->(to:Bark)
OPTIONAL MATCH (b)-[link:TAGGED|MENTIONS|MENTIONED|QUOTES|REVOKED_QUOTE|SHOWS|LINKS]->()
WITH b, barked, p, reply, to, collect(link) AS links
WITH *, head([link IN links WHERE type(link) = 'QUOTES' | endNode(link).id]) AS quoted,
     [link IN links WHERE type(link) = 'TAGGED' | endNode(link).name] AS topics, b.audience AS audience
FOREACH (link IN links | DELETE link)
FOREACH (_ IN CASE WHEN to IS NULL THEN [] ELSE [1] END | CREATE (b)-[:ANSWERED]->(to))
DELETE barked, reply
CREATE (p)-[:RETRACTED {at: $at}]->(b)
SET b:Deleted
REMOVE b.text, b.words, b.spoiler, b.authorId, b.audience, b.language, b.app, b.editedAt
CREATE (:Outbox:Pending {
  id: $outboxId, kind: 'delete', actorId: $authorId, subjectId: $id, at: $at, of: to.id, quoted: quoted,
  audience: audience, topics: topics
})
RETURN b.id AS id, to.id AS replyTo, quoted, audience, topics
