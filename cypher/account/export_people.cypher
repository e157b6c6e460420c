// A person's relationships to others, for their data export. $kind: FOLLOWS, BLOCKS, MUTES or REQUESTED_FOLLOW.
// $personId, $kind, $before (an id), $limit → rows, newest accounts first · index person_id
MATCH (p:Person {id: $personId})-[e:FOLLOWS|BLOCKS|MUTES|REQUESTED_FOLLOW]->(other:Person)
// The id is projected first, so that the planner does not start with everybody below it.
WITH other, other.id AS id, e
WHERE type(e) = $kind AND id < $before
RETURN id, { id: id, handle: other.handle, until: e.until, rebarks: e.rebarks, notify: e.notify, languages: e.languages,
  notifications: e.notifications } AS item
ORDER BY id DESC LIMIT $limit
