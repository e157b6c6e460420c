// Takes a bark back: its text goes, the author stays linked (for the thread's shape) but by another
// relationship, so that counts of BARKED stay exact degrees. Without authorId and audience it leaves
// the indexes that lists are read from. Notes it in the outbox.
// $authorId, $id, $at, $outboxId → 1 row if it was there and is theirs · index bark_id
MATCH (b:Bark {id: $id})<-[:BARKED]-(:Person {id: $authorId})
USING INDEX b:Bark(id)
SET b.at = b.at // locks: of two deletes at once the second finds BARKED gone below
WITH b
MATCH (b)<-[barked:BARKED]-(p:Person)
OPTIONAL MATCH (b)-[link:TAGGED|MENTIONS]->()
WITH b, barked, p, collect(link) AS links
FOREACH (link IN links | DELETE link)
DELETE barked
CREATE (p)-[:RETRACTED {at: $at}]->(b)
SET b:Deleted
REMOVE b.text, b.spoiler, b.authorId, b.audience, b.language, b.app
CREATE (:Outbox:Pending {id: $outboxId, kind: 'delete', actorId: $authorId, subjectId: $id, at: $at})
RETURN b.id AS id
