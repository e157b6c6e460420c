// The recorded migrations among these. $names → one row each; at (Unix ms) is null while one is not done, and progress
// is null when it is · index migration_name
UNWIND $names AS name
MATCH (m:Migration {name: name})
RETURN name, m.at AS at, m.progress AS progress
