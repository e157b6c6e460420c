// How many likes, reactions, rebarks and answers to others there were on each of some days: day n has the ids from
// $bounds[n] to the next one, without it. → one row {day, count} for each · index likes_id, reacted_id, bark_id
UNWIND range(0, size($bounds) - 2) AS day
WITH day, $bounds[day] AS first, $bounds[day + 1] AS next
RETURN day,
  COUNT { MATCH ()-[l:LIKES]->() WHERE l.id >= first AND l.id < next } +
  COUNT { MATCH ()-[x:REACTED]->() WHERE x.id >= first AND x.id < next } +
  COUNT {
    MATCH (b:Bark) WHERE b.id >= first AND b.id < next
      AND (b:Rebark OR EXISTS { (b)-[:REPLIES_TO]->(a:Bark) WHERE a.authorId <> b.authorId })
  } AS count
