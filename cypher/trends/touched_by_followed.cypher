// Who of those a person follows likes some barks, where they let others see it, or passed them on; of the first 300.
// $personId, $ids → {bark, who} · index person_id, bark_id
MATCH (v:Person {id: $personId})
UNWIND $ids AS id
MATCH (b:Bark {id: id})
USING INDEX b:Bark(id)
CALL (b) {
  MATCH (b)<-[:LIKES]-(p:Person) WHERE p.showsLikes RETURN p LIMIT 300
  UNION MATCH (b)<-[:OF]-(:Rebark)<-[:REBARKED]-(p:Person) RETURN p LIMIT 300
}
WITH v, id, p WHERE EXISTS { (v)-[:FOLLOWS]->(p) }
RETURN DISTINCT id AS bark, p.id AS who
