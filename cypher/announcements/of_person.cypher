// Which of some announcements a person has read, and the reactions to them, in the order in which they came.
// $personId, $ids → {id, read, reactions: [{name, count, me}]} · index person_id, announcement_id
MATCH (v:Person {id: $personId})
UNWIND $ids AS id
MATCH (a:Announcement {id: id})
CALL (a) {
  MATCH (a)<-[r:REACTED_TO]-(p:Person)
  WITH r.emoji AS name, count(*) AS count, max(CASE p.id WHEN $personId THEN 1 ELSE 0 END) = 1 AS me, min(r.at) AS since
  ORDER BY since
  RETURN collect({name: name, count: count, me: me}) AS reactions
}
RETURN a.id AS id, EXISTS { (v)-[:HAS_READ]->(a) } AS read, reactions
