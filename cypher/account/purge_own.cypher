// Removes up to $limit of what belongs to somebody who is gone alone: ways in, drafts, filters, settings, places read
// to, and what was reported about them. $personId, $limit → how many · index leaver_id
MATCH (l:Leaver {id: $personId})
      -[:HAS|HOLDS|SIGNED_IN|OPENS_WITH|GRANTED|WROTE|FILTERS|SET|READ_TO|ABOUT|SHARES|STANDS_AT]-(own)
WITH own LIMIT $limit
CALL (own) { MATCH (own)-[:CATCHES|PUSHES]->(part:FilterWord|PushSubscription) DETACH DELETE part }
DETACH DELETE own
RETURN count(*) AS count
