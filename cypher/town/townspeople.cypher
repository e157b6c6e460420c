// The ids of townspeople by handle. People with a Credential are left out: they act for themselves.
// $handleKeys → up to one row each · index person_handle
UNWIND $handleKeys AS handleKey
MATCH (p:Person {handleKey: handleKey})
WHERE NOT (p)-[:HAS]->(:Credential)
RETURN p.id AS id, handleKey
