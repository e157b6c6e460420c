// Sets what a person may do to run the town, and logs it. No row: there is no such person, they have other rights by now, or
// no owner would be left.
// All staff are locked first, so that two owners cannot remove each other at the same time.
// $personId, $owner, $rights, $before {owner, rights}: what was decided on → id · index person_id, staff_act_id, label Staff
OPTIONAL MATCH (s:Staff)
SET s.turn = true
REMOVE s.turn
WITH count(s) AS locked
MATCH (p:Person {id: $personId})
WHERE coalesce(p.owner, false) = $before.owner AND coalesce(p.rights, []) = $before.rights
WITH p WHERE $owner OR NOT coalesce(p.owner, false) OR EXISTS { MATCH (o:Staff) WHERE o:Person AND o.owner AND o.id <> $personId }
SET p.owner = CASE WHEN $owner THEN true END, p.rights = CASE WHEN size($rights) > 0 THEN $rights END
FOREACH (_ IN CASE WHEN $owner OR size($rights) > 0 THEN [1] ELSE [] END | SET p:Staff)
FOREACH (_ IN CASE WHEN $owner OR size($rights) > 0 THEN [] ELSE [1] END | REMOVE p:Staff)
// include staff/_log
RETURN p.id AS id
