// Deletes an invitation between two people, in either direction. $viewerId, $personId → how many · index person_id
MATCH (v:Person {id: $viewerId})-[i:INVITED]-(p:Person {id: $personId})
DELETE i
RETURN count(*) AS count
