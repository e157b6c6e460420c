// A person's lists, the oldest first; with $memberId, only those that have this member.
// $personId, $memberId (or "") → ListRow · index person_id
MATCH (:Person {id: $personId})-[:OWNS_LIST]->(l:List)
WHERE $memberId = '' OR EXISTS { (l)-[:LISTS]->(:Person {id: $memberId}) }
RETURN
// include lists/_list
AS list
ORDER BY list.id
