// Which people are on a person's lists. $personId, $ids (of people) → rows with the list, the person, and the id of the entry
// index person_id
MATCH (owner:Person {id: $personId})-[:OWNS_LIST]->(l:List)-[e:LISTS]->(p:Person)
USING INDEX owner:Person(id)
WHERE p.id IN $ids
RETURN l.id AS list, p.id AS person, e.id AS edge
