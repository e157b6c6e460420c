// The invitation of a link. $code → 0..1 rows · index invitation_code
MATCH (i:Invitation {code: $code})<-[:MADE_INVITATION]-(host:Person)
USING INDEX i:Invitation(code)
RETURN
// include invitations/_invitation
AS invitation
