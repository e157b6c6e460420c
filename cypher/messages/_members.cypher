// Changes who is in the group of a conversation `c`, at `number` of its log, if `fate` is 'new'. Devices in $seats
// enter and see what comes from the last $entries entries on, or get another leaf; those in $removed (keys) see nothing after `number` - $hidden. Of $accounts, each gets its
// state unless it has one; those in $gone (ids) are members no more, and are shown the conversation until they leave it.
CALL (c, number, fate) {
  UNWIND CASE fate WHEN 'new' THEN $seats ELSE [] END AS seat
  MERGE (m:Membership {key: seat.key})
  MERGE (c)-[:INCLUDES]->(m)
  SET m.device = seat.device, m.leaf = seat.leaf,
      m.acked = CASE WHEN m.acked IS NULL OR m.until IS NOT NULL THEN number - $entries ELSE m.acked END
  REMOVE m.until
}
CALL (c, number, fate) {
  UNWIND CASE fate WHEN 'new' THEN $removed ELSE [] END AS key
  MATCH (m:Membership {key: key})
  SET m.until = number - $hidden
  REMOVE m.leaf
}
CALL (c, fate) {
  UNWIND CASE fate WHEN 'new' THEN $accounts ELSE [] END AS account
  MATCH (a:KeyAccount {id: account.id})
  MERGE (a)-[t:TAKES_PART]->(c)
  SET t.state = CASE WHEN t.state IS NULL OR t.gone IS NOT NULL THEN account.state ELSE t.state END
  REMOVE t.gone
}
CALL (c, fate) {
  UNWIND CASE fate WHEN 'new' THEN $gone ELSE [] END AS id
  MATCH (:KeyAccount {id: id})-[t:TAKES_PART]->(c)
  SET t.gone = true
}
CALL (c, fate) {
  UNWIND CASE fate WHEN 'new' THEN [1] ELSE [] END AS _
  MATCH (c)<-[:TAKES_PART {state: 'left'}]-(a:KeyAccount)-[:HAS_DEVICE]->(d:KeyDevice)
  MATCH (m:Membership {key: c.id + ' ' + d.key})
  SET m.idle = true
}
