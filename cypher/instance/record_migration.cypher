// Records that a migration is done ($at, Unix ms), or how far it came ($at null, $progress). $name → its name
// index migration_name
MERGE (m:Migration {name: $name})
SET m.at = $at, m.progress = $progress
RETURN m.name AS name
