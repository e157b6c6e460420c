// The members of each of a person's lists whom they still follow: how many they are, and the first $sample of them.
// $personId, $sample → {id (of the list), count, members} · index person_id
MATCH (owner:Person {id: $personId})-[:OWNS_LIST]->(l:List)
RETURN l.id AS id,
       COUNT { (l)-[:LISTS]->(p:Person) WHERE EXISTS { (owner)-[:FOLLOWS]->(p) } } AS count,
       COLLECT {
         MATCH (l)-[e:LISTS]->(p:Person)
         WHERE EXISTS { (owner)-[:FOLLOWS]->(p) }
         RETURN p.id ORDER BY e.id LIMIT $sample
       } AS members
