// Reports between two ids, newest first: $state is open, resolved or all; $assignedId, $fromId and $aboutId choose those of
// one person where they are not null. Nobody reads what is about themselves ($viewerId, or null). $max, $min, $limit → one row each · index report_id
// With _oldest, the same list from its lower end, oldest first.
MATCH (r:Report) WHERE r.id < $max AND r.id > $min
  AND ($state = 'all' OR ($state = 'open') = (r.resolvedAt IS NULL))
  AND ($assignedId IS NULL OR EXISTS { (r)-[:ASSIGNED_TO]->({id: $assignedId}) })
  AND ($fromId IS NULL OR EXISTS { ({id: $fromId})-[:FILED]->(r) })
  AND ($aboutId IS NULL OR EXISTS { (r)-[:ABOUT]->({id: $aboutId}) })
  AND NOT EXISTS { (r)-[:ABOUT]->({id: $viewerId}) }
WITH r ORDER BY r.id DESC LIMIT $limit
RETURN
// include reports/_report
ORDER BY id DESC
