// The barks that a person bookmarked, newest bark first.
// $viewerId, $limit → {id} · index person_id
MATCH (:Person {id: $viewerId})-[:BOOKMARKED]->(b:Bark)
RETURN b.id AS id ORDER BY id DESC LIMIT $limit
