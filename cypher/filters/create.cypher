// Creates a filter, unless the person has too many filters, or too many words in all; idempotent. $most
// {filters, words, letters}, $personId, $filter {id, title, …}, $words [{id, word, whole}] → id · index person_id
MATCH (v:Person {id: $personId})
// Of two at once the second counts the words of the first.
// include leases/_lock v
WITH v
CALL (v) {
  OPTIONAL MATCH (v)-[:FILTERS]->(f:Filter) WHERE f.id <> $filter.id
  OPTIONAL MATCH (f)-[:MATCHES]->(w:FilterWord)
  RETURN count(DISTINCT f) AS filters, count(w) AS words, coalesce(sum(size(w.word)), 0) AS letters
}
WITH v WHERE filters < $most.filters AND (size($words) = 0 OR words + size($words) <= $most.words
  AND letters + reduce(sum = 0, word IN $words | sum + size(word.word)) <= $most.letters)
MERGE (v)-[:FILTERS]->(f:Filter {id: $filter.id})
SET f += $filter
WITH f
CALL (f) { UNWIND $words AS word MERGE (f)-[:MATCHES]->(w:FilterWord {id: word.id}) SET w += word }
RETURN f.id AS id
