// The texts before and after edits. $keys [[bark, edit], …] → one row per edit · index bark_id
UNWIND $keys AS key
MATCH (b:Bark {id: key[0]})-[w:WAS]->(v:Version)
WHERE w.id = key[1]
OPTIONAL MATCH (b)-[:WAS]->(next:Version {n: v.n + 1})
RETURN w.id AS id, v.text AS before, coalesce(next.text, b.text) AS after
