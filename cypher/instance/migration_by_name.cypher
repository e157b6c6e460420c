// Whether a migration is done, and how far it came. $name → 0..1 rows; at (Unix ms) is null while it is not done
// index migration_name
MATCH (m:Migration {name: $name})
RETURN m.at AS at, m.progress AS progress
