// Deletes a scheduled bark that was sent. $id → 1 row if it was there · index scheduled_bark_id
MATCH (s:ScheduledBark {id: $id})
WITH s, s.id AS id
DETACH DELETE s
RETURN id
