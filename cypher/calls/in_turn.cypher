// Runs a query for each of $calls in turn: `grouped` of lib/neo4j puts it in place of the inner RETURN. → its rows, with the
// number of their call as `call`
UNWIND range(0, size($calls) - 1) AS call
CALL (call) {
  RETURN $calls[call] AS given
}
RETURN *
