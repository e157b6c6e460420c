// The person `p` with `row.id`, also one whose deletion is pending or who is suspended.
CALL (row) {
  MATCH (p:Person {id: row.id}) RETURN p
  UNION
  MATCH (p:DeletionPending {id: row.id}) RETURN p
  UNION
  MATCH (p:Suspended {id: row.id}) RETURN p
}
