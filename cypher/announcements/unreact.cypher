// Takes a reaction to an announcement back. $personId, $id, $emoji → its id, no row if there is no such announcement
// index person_id, announcement_id
MATCH (v:Person {id: $personId})
MATCH (a:Announcement {id: $id})
OPTIONAL MATCH (v)-[r:REACTED_TO {emoji: $emoji}]->(a)
DELETE r
RETURN DISTINCT a.id AS id
