// Keeps the words of people, unless they changed them meanwhile. $rows [{id, name, bio, nameWords, bioWords}]
// → 1 row · index person_id
UNWIND $rows AS row
MATCH (p:Person {id: row.id})
WHERE p.name = row.name AND p.bio = row.bio
SET p.nameWords = row.nameWords, p.bioWords = row.bioWords
RETURN count(p) AS folded
