// Stores the folded words of barks, unless they were edited meanwhile. $rows [{id, text, words}] → 1 row · index bark_id
UNWIND $rows AS row
MATCH (b:Bark {id: row.id})
WHERE b.text = row.text
SET b.words = row.words
RETURN count(b) AS folded
