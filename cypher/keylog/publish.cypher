// Publishes a signed checkpoint of the committed head, unless a larger one is published. The same one again may have
// more cosignatures. $size, $root, $note, $at → size; no row when it is not the head's · index log_head_id
MATCH (h:LogHead {id: 'log'})
// include leases/_lock h
WITH h WHERE coalesce(h.signedSize, 0) <= $size AND h.size = $size AND h.root = $root
SET h.note = $note, h.signedSize = $size, h.signedLeaf = h.leaf, h.signedAt = $at
RETURN h.size AS size
