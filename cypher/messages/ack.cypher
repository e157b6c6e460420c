// Records up to which number a device has everything of some conversations, and deletes what all devices have. A
// removed device that has all it may see is forgotten. $device (key), $acks [{id, number}] → one row for each
// conversation · index conversation_id, membership_key, key_device_key, envelope_number
UNWIND $acks AS ack
MATCH (c:Conversation {id: ack.id})
WITH c, ack ORDER BY ack.id // locks in one order
// include leases/_lock c
WITH c, ack
MATCH (m:Membership {key: ack.id + ' ' + $device})
SET m.acked = CASE WHEN ack.number <= m.acked THEN m.acked WHEN ack.number > c.number THEN c.number ELSE ack.number END
WITH c, m, m.until <= m.acked AS over
CALL (m, over) { UNWIND CASE WHEN over THEN [1] ELSE [] END AS _ DETACH DELETE m }
WITH DISTINCT c
CALL (c) {
  MATCH (c)-[:INCLUDES]->(o:Membership)
  WHERE o.idle IS NULL AND EXISTS { (:KeyDevice {key: o.device})<-[:HAS_DEVICE]-() }
  WITH min(o.acked) AS least
  RETURN coalesce(least, 0) AS floor
}
CALL (c, floor) {
  MATCH (e:Envelope) WHERE e.conversationId = c.id AND e.number <= floor
  DELETE e
}
RETURN c.id AS id
