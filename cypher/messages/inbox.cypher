// What a device has not acknowledged, in the order of each conversation's log. The order of conversations is left to
// chance, so that one that a device cannot process never keeps the others from it. $device (key), $limit → EnvelopeRows
// index membership_device, envelope_number
MATCH (m:Membership {device: $device})<-[:INCLUDES]-(c:Conversation)
WHERE c.number > m.acked AND m.idle IS NULL
WITH c, m ORDER BY rand()
CALL (c, m) {
  MATCH (e:Envelope)
  WHERE e.conversationId = c.id AND e.number > m.acked AND e.number <= coalesce(m.until, c.number)
  RETURN e ORDER BY e.number LIMIT $limit
}
WITH e LIMIT $limit
RETURN
// include messages/_envelope e
AS envelope
