// Removes somebody who is gone, when nothing of theirs is left. $personId → how many · index leaver_id
MATCH (l:Leaver {id: $personId})
WHERE NOT EXISTS { (l)--() }
DELETE l
RETURN count(*) AS count
