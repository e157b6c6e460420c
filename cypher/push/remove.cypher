// Removes a device that its push service no longer knows, unless it subscribed again with another id.
// $key (digest of its address), $id → id · index push_subscription_key
MATCH (s:PushSubscription {key: $key})
WHERE s.id = $id
WITH s, s.id AS id
DETACH DELETE s
RETURN id
