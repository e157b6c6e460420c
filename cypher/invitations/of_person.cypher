// A person's invitations, newest first. $personId, $limit → rows · index person_id
MATCH (host:Person {id: $personId})-[:MADE_INVITATION]->(i:Invitation)
USING INDEX host:Person(id)
RETURN
// include invitations/_invitation
AS invitation
ORDER BY i.id DESC LIMIT $limit
