// The number of people and of barks, both from the count store. → 1 row
CALL () { MATCH (p:Person) RETURN count(p) AS people }
CALL () { MATCH (b:Bark) RETURN count(b) AS barks }
CALL () { MATCH (d:Deleted) RETURN count(d) AS deleted }
RETURN people, barks - deleted AS barks
