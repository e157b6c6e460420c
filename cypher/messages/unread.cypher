// The conversations in which a device has not acknowledged the newest message for its person. $accountId, $device (key)
// → ids · index membership_device
MATCH (m:Membership {device: $device})<-[:INCLUDES]-(c:Conversation)<-[t:TAKES_PART]-(a:KeyAccount)
USING INDEX m:Membership(device)
WHERE a.id = $accountId AND t.newest > m.acked AND t.state = 'open' AND NOT coalesce(t.muted, false) AND t.gone IS NULL
RETURN c.id AS id
