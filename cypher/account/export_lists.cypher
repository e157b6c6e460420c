// A person's lists with everybody on them, for their data export. $personId, $before (an id), $limit → rows, newest first
// index person_id
MATCH (p:Person {id: $personId})-[:OWNS_LIST]->(l:List)
USING INDEX p:Person(id)
// Collected before they are compared, or the planner seeks lists of all people by their ids while there are few.
WITH collect(l) AS lists UNWIND lists AS l
WITH l WHERE l.id < $before
RETURN l.id AS id, {
  id: l.id, title: l.title, repliesPolicy: l.repliesPolicy, exclusive: l.exclusive,
  members: COLLECT { MATCH (l)-[e:LISTS]->(m:Person) RETURN { id: m.id, handle: m.handle } ORDER BY e.id }
} AS item
ORDER BY id DESC LIMIT $limit
