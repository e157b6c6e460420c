// Links old barks of the demo town to their parents and quotes (with the version), and adds texts from before an edit.
// $rows [{id, answers, quotes, quoted, was, before}] (ids or null) → 1 row with their number · index bark_id
UNWIND $rows AS row
MATCH (b:Bark {id: row.id})
CALL (row, b) { MATCH (to:Bark {id: row.answers}) CREATE (b)-[:REPLIES_TO]->(to) }
CALL (row, b) { MATCH (quoted:Bark {id: row.quotes}) CREATE (b)-[:QUOTES {version: row.quoted}]->(quoted) }
FOREACH (_ IN CASE WHEN row.was IS NULL THEN [] ELSE [1] END |
  CREATE (b)-[:WAS {id: row.was}]->(v:Version)
  SET v = row.before)
RETURN count(b) AS made
