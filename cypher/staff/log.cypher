// The staff log between two ids, newest first: all of it, or ($whomId) what was done to one person.
// $max, $min, $limit, $whomId (or null) → entries · index staff_act_id
// With _oldest, the same list from its lower end, oldest first.
MATCH (e:StaffAct) WHERE e.id < $max AND e.id > $min AND ($whomId IS NULL OR e.whomId = $whomId)
WITH e ORDER BY e.id DESC LIMIT $limit
RETURN e.id AS id, e.at AS at, e.act AS act, e.byId AS byId, e.by AS by, e.whomId AS whomId, e.whom AS whom,
       e.subject AS subject, e.note AS note
ORDER BY id DESC
