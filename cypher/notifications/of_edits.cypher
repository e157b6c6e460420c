// Barks of others that were edited after a person liked, rebarked, answered, quoted or reacted to them.
// $personId → one row per bark: since when they interacted, and its edits, all as ids · index person_id
MATCH (me:Person {id: $personId})
CALL (me) {
  MATCH (me)-[l:LIKES]->(b:Bark) WHERE b.version > 0 RETURN b, l.id AS since
  UNION ALL
  MATCH (me)-[x:REACTED]->(:Reaction)-[:TO]->(b:Bark) WHERE b.version > 0 RETURN b, x.id AS since
  UNION ALL
  MATCH (me)-[:REBARKED]->(r:Rebark)-[:OF]->(b:Bark) WHERE b.version > 0 RETURN b, r.id AS since
  UNION ALL
  MATCH (me)-[:BARKED]->(own:Bark)-[:REPLIES_TO|QUOTES]->(b:Bark) WHERE b.version > 0 RETURN b, own.id AS since
}
WITH b, coalesce(min(since), '0') AS since WHERE b.authorId <> $personId
RETURN b.id AS barkId, b.authorId AS actorId, since, [(b)-[w:WAS]->(:Version) WHERE w.id > since | w.id] AS edits
