// The bark that an Idempotency-Key made, and when. $once → 0..1 rows · index bark_once
MATCH (b:Bark {once: $once})
RETURN b.id AS id, b.at AS at
