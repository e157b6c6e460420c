// Reacts to a running announcement with an emoji; of new emoji, it takes $most. Locks it, so that concurrent ones count.
// $personId, $id, $emoji, $at (Unix ms), $most → whether it fits, and how many people chose it; none if there is no such
// announcement
// index person_id, announcement_id
MATCH (v:Person {id: $personId})
MATCH (a:Announcement {id: $id}) WHERE a.until > $at
// include leases/_lock a
WITH v, a, COLLECT { MATCH (a)<-[r:REACTED_TO]-() RETURN DISTINCT r.emoji } AS there
WITH v, a, $emoji IN there OR size(there) < $most AS fits
FOREACH (_ IN CASE WHEN fits THEN [1] ELSE [] END |
  MERGE (v)-[r:REACTED_TO {emoji: $emoji}]->(a)
    ON CREATE SET r.at = $at)
WITH a, fits
RETURN fits, COUNT { (a)<-[:REACTED_TO {emoji: $emoji}]-() } AS count
