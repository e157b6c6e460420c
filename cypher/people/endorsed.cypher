// The people somebody features, latest first, without people across a block of the viewer. Features are follows, so
// people who hide whom they follow show them only to themselves.
// $personId, $viewerId (or ""), $max, $min (ids of the entries), $limit → ids of entries and people · index person_id
// With _oldest, the same list from its lower end, oldest first.
OPTIONAL MATCH (v:Person {id: $viewerId})
WITH v,
// include people/_across
AS across
MATCH (by:Person {id: $personId})-[e:ENDORSES]->(p:Person)
USING INDEX by:Person(id)
WHERE e.id < $max AND e.id > $min AND NOT p IN across
  AND ($viewerId = $personId OR NOT coalesce(by.hideCollections, false))
RETURN e.id AS edge, p.id AS id, null AS until
ORDER BY edge DESC LIMIT $limit
