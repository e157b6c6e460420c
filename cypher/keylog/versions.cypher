// The newest version of each index of the key log's map. $indices → rows, none for an index without one
// index log_update_index
UNWIND $indices AS index
CALL (index) {
  MATCH (u:LogUpdate)
  WHERE u.index = index AND u.version >= 0
  RETURN u.version AS version
  ORDER BY u.version DESC
  LIMIT 1
}
RETURN index, version
