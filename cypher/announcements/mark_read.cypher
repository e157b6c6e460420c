// Notes that a person has read an announcement. $personId, $id → its id, no row if there is none
// index person_id, announcement_id
MATCH (v:Person {id: $personId})
MATCH (a:Announcement {id: $id})
MERGE (v)-[:HAS_READ]->(a)
RETURN a.id AS id
