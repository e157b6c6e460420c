// Drafts: the property hand becomes clientId.
MATCH (d:Draft) WHERE d.hand IS NOT NULL
CALL (d) { SET d.clientId = d.hand REMOVE d.hand } IN TRANSACTIONS OF 1000 ROWS
