// All invitations of the town, newest first. $before (an id), $limit → rows · index invitation_id
MATCH (i:Invitation) WHERE i.id < $before
MATCH (i)<-[:MADE_INVITATION]-(host:Person)
RETURN
// include invitations/_invitation
AS invitation
ORDER BY i.id DESC LIMIT $limit
