// How many barks were written, web sessions begun and people joined between two ids. $from, $to → 1 row
// · index bark_id, session_id, person_id
RETURN COUNT { MATCH (b:Bark) WHERE b.id >= $from AND b.id < $to } AS barks,
       COUNT { MATCH (s:Session) WHERE s.id >= $from AND s.id < $to } AS logins,
       COUNT { MATCH (p:Person) WHERE p.id >= $from AND p.id < $to } AS people
