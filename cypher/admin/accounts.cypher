// People between two ids, newest first, also suspended ones; those that admin/_chosen describes.
// $max, $min, $status, $limit → ids · index person_id, suspended_id
// With _oldest, the same list from its lower end, oldest first.
CALL () {
  MATCH (p:Person) USING INDEX p:Person(id)
  WHERE p.id < $max AND p.id > $min AND $status <> 'suspended' AND
  // include admin/_chosen
  RETURN p.id AS id ORDER BY p.id DESC LIMIT $limit
  UNION
  MATCH (p:Suspended) USING INDEX p:Suspended(id)
  WHERE p.id < $max AND p.id > $min AND $status IN ['suspended', 'all'] AND
  // include admin/_chosen
  RETURN p.id AS id ORDER BY p.id DESC LIMIT $limit
}
RETURN id ORDER BY id DESC LIMIT $limit
