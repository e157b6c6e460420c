// Whether somebody else has a handle that looks like one. $lookKey, $personId (or "") → 1 row · index person_look
RETURN EXISTS { MATCH (p:Person {lookKey: $lookKey}) WHERE p.id <> $personId } AS alike
