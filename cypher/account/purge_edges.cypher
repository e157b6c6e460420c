// Removes up to $limit relationships of somebody who is gone. $personId, $limit → how many · index leaver_id
MATCH (l:Leaver {id: $personId})-[e]-()
WITH e LIMIT $limit
DELETE e
RETURN count(*) AS count
