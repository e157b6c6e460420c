// Deletes a conversation `c` with all that belongs to it.
CALL (c) { MATCH (e:Envelope) WHERE e.conversationId = c.id AND e.number > 0 DELETE e }
OPTIONAL MATCH (c)-[:INCLUDES]->(m:Membership)
DETACH DELETE m, c
