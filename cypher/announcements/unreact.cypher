// Takes a reaction to an announcement back.
// $personId, $id, $emoji → how many people chose it, no row if there is no such announcement
// index person_id, announcement_id
MATCH (v:Person {id: $personId})
MATCH (a:Announcement {id: $id})
OPTIONAL MATCH (v)-[r:REACTED_TO {emoji: $emoji}]->(a)
DELETE r
WITH DISTINCT a
RETURN COUNT { (a)<-[:REACTED_TO {emoji: $emoji}]-() } AS count
