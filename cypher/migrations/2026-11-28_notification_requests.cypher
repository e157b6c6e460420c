// Decisions about notification requests: the relationship HEARS becomes NOTIFICATION_REQUEST, with
// accepted and dismissedTo.
MATCH (from)-[old:HEARS]->(to)
CALL (from, old, to) {
  CREATE (from)-[new:NOTIFICATION_REQUEST]->(to) SET new = properties(old) DELETE old
} IN TRANSACTIONS OF 1000 ROWS
;
MATCH ()-[request:NOTIFICATION_REQUEST]->() WHERE request.welcome IS NOT NULL OR request.wavedOffTo IS NOT NULL
CALL (request) {
  SET request.accepted = request.welcome, request.dismissedTo = request.wavedOffTo
  REMOVE request.welcome, request.wavedOffTo
} IN TRANSACTIONS OF 1000 ROWS
