// Browsers that were subscribed before there were encrypted messages are told of them too. Apps are not: they name
// the types that they want.
MATCH (:Session)-[:PUSHES]->(s:PushSubscription)
WHERE NOT 'message' IN s.alerts
CALL (s) {
  SET s.alerts = s.alerts + 'message'
} IN TRANSACTIONS OF 1000 ROWS
