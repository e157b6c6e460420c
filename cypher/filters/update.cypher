// Changes a person's filter and its words, unless there would be too many words in all: $words are set, those with ids
// in $drop are deleted. $most {words, letters}, $personId, $filterId, $filter {title, …}, $words [{id, word, whole}],
// $drop → id, none if it is not theirs or there are too many · index person_id
MATCH (v:Person {id: $personId})-[:FILTERS]->(f:Filter {id: $filterId})
USING INDEX v:Person(id)
// Of two at once the second counts the words of the first.
// include leases/_lock v
WITH v, f
CALL (v) {
  OPTIONAL MATCH (v)-[:FILTERS]->(:Filter)-[:MATCHES]->(w:FilterWord)
  WHERE NOT w.id IN $drop AND none(word IN $words WHERE word.id = w.id)
  RETURN count(w) AS words, coalesce(sum(size(w.word)), 0) AS letters
}
WITH f WHERE size($words) = 0 OR words + size($words) <= $most.words
  AND letters + reduce(sum = 0, word IN $words | sum + size(word.word)) <= $most.letters
SET f += $filter
WITH f
CALL (f) { UNWIND $words AS word MERGE (f)-[:MATCHES]->(w:FilterWord {id: word.id}) SET w += word }
CALL (f) { MATCH (f)-[:MATCHES]->(w:FilterWord) WHERE w.id IN $drop DETACH DELETE w }
RETURN f.id AS id
