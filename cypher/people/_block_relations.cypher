// The people who mute or block some people, or are blocked by them, as `relation`. $ids, $now (ms) · index person_id
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
WITH { other: other, person: id, how: how } AS relation
