// Records how far a person has read a list. A marker never moves backwards; MERGE of the constraint's key locks, so that
// of concurrent changes the furthest wins. $personId, $key, $list, $lastReadId, $at
// → 1 row with the marker and whether it moved, none if there is no such person · index person_id, marker_key
MATCH (p:Person {id: $personId})
MERGE (m:Marker {key: $key})
MERGE (p)-[:READ_TO]->(m)
// include leases/_lock m
WITH m, coalesce(m.lastReadId, '') < $lastReadId AS moved
FOREACH (_ IN CASE WHEN moved THEN [1] ELSE [] END |
  SET m.list = $list, m.lastReadId = $lastReadId, m.version = coalesce(m.version, 0) + 1, m.at = $at)
RETURN m { .list, .lastReadId, .version, .at } AS marker, moved
