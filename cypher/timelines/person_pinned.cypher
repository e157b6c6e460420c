// A person's pinned barks, newest pin first. $personId → ids · index person_id
MATCH (p:Person {id: $personId})-[pin:PINNED]->(b:Bark)
RETURN b.id AS id
ORDER BY pin.id DESC LIMIT 40
