// The newest update of an index of the key log's map. $index → one row; value and opening are null once they are erased
// index log_update_index
MATCH (u:LogUpdate)
WHERE u.index = $index AND u.version >= 0
RETURN u.version AS version, u.value AS value, u.opening AS opening
ORDER BY u.version DESC
LIMIT 1
