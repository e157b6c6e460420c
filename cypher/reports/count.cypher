// How many reports are open that are not about a member of the staff, in all and of those that are assigned to them. $personId → 1 row · index report_id
MATCH (r:Report) WHERE r.id > '' AND r.resolvedAt IS NULL AND NOT EXISTS { (r)-[:ABOUT]->({id: $personId}) }
RETURN count(r) AS open, count(CASE WHEN EXISTS { (r)-[:ASSIGNED_TO]->({id: $personId}) } THEN 1 END) AS mine
