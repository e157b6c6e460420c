// Which of some migrations were begun. $names → one row each; at (Unix ms) is null while it is not done, and progress
// when it is · index migration_name
UNWIND $names AS name
MATCH (m:Migration {name: name})
RETURN name, m.at AS at, m.progress AS progress
