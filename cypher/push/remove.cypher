// Removes a device whose push service says that it is gone, unless it came back meanwhile with another id.
// $key (digest of its address), $id → id · index push_subscription_key
MATCH (s:PushSubscription {key: $key})
WHERE s.id = $id
WITH s, s.id AS id
DETACH DELETE s
RETURN id
