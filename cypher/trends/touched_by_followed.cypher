// Followed people who like these barks, if they let others see it, or rebarked them; of the first 300.
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
