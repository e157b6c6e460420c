// The newest barks of a person, whoever they are now. $personId, $limit → one row each · index bark_author_id
MATCH (b:Bark {authorId: $personId}) WHERE b.id > ''
RETURN b.id AS id
ORDER BY b.authorId DESC, b.id DESC LIMIT $limit
