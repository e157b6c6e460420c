// The people who mute or block some people, or are blocked by them.
// $ids, $now (ms) → one row per pair of such people · index person_id
UNWIND $ids AS id
MATCH (p:Person {id: id})
CALL (p) {
  MATCH (p)-[:BLOCKS]->(o:Person)
  RETURN o.id AS other, 'blockedBy' AS how
  UNION
  MATCH (p)<-[:BLOCKS]-(o:Person)
  RETURN o.id AS other, 'blocking' AS how
  UNION
  MATCH (p)<-[m:MUTES]-(o:Person)
  WHERE coalesce(m.until, $now + 1) > $now
  RETURN o.id AS other, 'muting' AS how
}
RETURN other, id AS person, how
