// Measures by id, with their people. $ids → one row each · index strike_id
UNWIND $ids AS id
MATCH (s:Strike {id: id})<-[:RECEIVED]-(p)
USING INDEX s:Strike(id)
RETURN
// include strikes/_strike
