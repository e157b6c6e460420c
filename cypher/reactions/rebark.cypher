// Rebarks a bark, once per person: the constraint on `pair` prevents a second one. Its id is $rebarkId if it is new.
// `after` is the person's previous bark or rebark. $viewerId, $id, $rebarkId, $at → 1 row, none if there
// is no such bark · index bark_id, rebark_pair
MATCH (v:Person {id: $viewerId})
MATCH (b:Bark {id: $id})<-[:BARKED]-(:Person)
USING INDEX b:Bark(id)
MERGE (r:Rebark {pair: $viewerId + ' ' + $id})
  ON CREATE SET r:Bark, r.id = $rebarkId, r.authorId = $viewerId, r.at = $at, r.ofId = $id, r.ofAuthorId = b.authorId
WITH v, b, r, r.id = $rebarkId AS changed
FOREACH (_ IN CASE WHEN changed THEN [1] ELSE [] END |
  MERGE (v)-[:REBARKED]->(r)
  MERGE (r)-[:OF]->(b)
  // include leases/_lock v
)
WITH v, r, changed, v.lastEntry AS after
FOREACH (_ IN CASE WHEN changed THEN [1] ELSE [] END |
  SET v.lastEntry = $rebarkId
  MERGE (o:Outbox:Pending {id: $rebarkId})
  SET o.kind = 'rebark', o.actorId = $viewerId, o.subjectId = $rebarkId, o.of = $id, o.at = $at, o.after = after)
RETURN r.id AS id, changed, after
