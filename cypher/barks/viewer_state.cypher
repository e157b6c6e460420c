// A viewer's own likes, rebarks and so on of barks. $viewerId, $ids → one row per bark · index bark_id, person_id, rebark_pair
MATCH (v:Person {id: $viewerId})
UNWIND $ids AS id
MATCH (b:Bark {id: id})
// include barks/_state
RETURN state
