// The person `p` of `row.id`, also one who asked to be deleted or is suspended.
CALL (row) {
  MATCH (p:Person {id: row.id}) RETURN p
  UNION
  MATCH (p:DeletionPending {id: row.id}) RETURN p
  UNION
  MATCH (p:Suspended {id: row.id}) RETURN p
}
