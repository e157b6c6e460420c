// Whether there are people already, so that no demo town is created, and whether they are those of a demo town: its visitor
// has no Credential, as nobody can sign in as them, and whoever joins a town has one. $visitor (handleKey) → 1 row
RETURN EXISTS { MATCH (:Person) } AS settled,
       EXISTS { MATCH (p:Person {handleKey: $visitor}) WHERE NOT (p)-[:HAS]->(:Credential) } AS demo
