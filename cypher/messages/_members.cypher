// Changes who is in the group of a conversation `c`, at `number` of its log, if `fate` is 'new', by `change`: devices in
// `seats` enter and see its last `entries` entries, or get another leaf; those in `removed` (keys) see nothing after
// number - `hidden`. Accounts get their state unless they have one; those in `gone` are shown it until they leave it.
CALL (c, number, fate, change) {
  UNWIND CASE fate WHEN 'new' THEN change.seats ELSE [] END AS seat
  MERGE (m:Membership {key: seat.key}) MERGE (c)-[:INCLUDES]->(m)
  SET m.device = seat.device, m.leaf = seat.leaf,
      m.acked = CASE WHEN m.acked IS NULL OR m.until IS NOT NULL THEN number - change.entries ELSE m.acked END
  REMOVE m.until }
CALL (c, number, fate, change) {
  UNWIND CASE fate WHEN 'new' THEN change.removed ELSE [] END AS key
  MATCH (m:Membership {key: key}) SET m.until = number - change.hidden REMOVE m.leaf }
CALL (c, fate, change) {
  UNWIND CASE fate WHEN 'new' THEN change.accounts ELSE [] END AS account
  MATCH (a:KeyAccount {id: account.id}) MERGE (a)-[t:TAKES_PART]->(c)
  SET t.state = CASE WHEN t.state IS NULL OR t.gone IS NOT NULL THEN account.state ELSE t.state END
  REMOVE t.gone }
CALL (c, fate, change) {
  UNWIND CASE fate WHEN 'new' THEN change.gone ELSE [] END AS id
  MATCH (:KeyAccount {id: id})-[t:TAKES_PART]->(c) SET t.gone = true }
CALL (c, fate) {
  UNWIND CASE fate WHEN 'new' THEN [1] ELSE [] END AS _
  MATCH (c)<-[:TAKES_PART {state: 'left'}]-(:KeyAccount)-[:HAS_DEVICE]->(d:KeyDevice)
  MATCH (m:Membership {key: c.id + ' ' + d.key}) SET m.idle = true }
