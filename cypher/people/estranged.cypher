// Who mutes one of some people, blocks them or is blocked by them: none of these is told what they bark.
// $ids, $now (ms) → ids · index person_id
UNWIND $ids AS id
MATCH (p:Person {id: id})
CALL (p) {
  MATCH (p)-[:BLOCKS]-(o:Person)
  RETURN o.id AS other
  UNION
  MATCH (p)<-[m:MUTES]-(o:Person)
  WHERE coalesce(m.until, $now + 1) > $now
  RETURN o.id AS other
}
RETURN DISTINCT other AS id
