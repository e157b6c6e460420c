// Stores the folded words of people, unless their name or bio changed meanwhile.
// $rows [{id, name, bio, nameWords, bioWords}] → how many · index person_id, deletion_pending_id, suspended_id
UNWIND $rows AS row
// include people/_anybody
WITH row, p
WHERE p.name = row.name AND p.bio = row.bio
SET p.nameWords = row.nameWords, p.bioWords = row.bioWords
RETURN count(p) AS folded
