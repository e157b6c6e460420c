// How many reports are open, in all and of those that are assigned to somebody. $personId → 1 row · index report_id
MATCH (r:Report) WHERE r.id > '' AND r.resolvedAt IS NULL
RETURN count(r) AS open, count(CASE WHEN EXISTS { (r)-[:ASSIGNED_TO]->({id: $personId}) } THEN 1 END) AS mine
