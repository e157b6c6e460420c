// Whether another person has a look-alike handle. $lookKey, $personId (or "") → 1 row · index person_look
RETURN EXISTS { MATCH (p:Person {lookKey: $lookKey}) WHERE p.id <> $personId } AS alike
