// How many barks were written, web sessions begun and people joined between two ids. $from, $to → 1 row
// · index bark_id, session_id, person_id
CALL () { MATCH (b:Bark) WHERE b.id >= $from AND b.id < $to RETURN count(b) AS barks }
CALL () { MATCH (s:Session) WHERE s.id >= $from AND s.id < $to RETURN count(s) AS logins }
CALL () { MATCH (p:Person) WHERE p.id >= $from AND p.id < $to RETURN count(p) AS people }
RETURN barks, logins, people
