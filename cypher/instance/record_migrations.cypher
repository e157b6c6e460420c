// Records that migrations are done ($at, Unix ms), or their progress ($at null, $progress). $names → one row each
// index migration_name
UNWIND $names AS name
MERGE (m:Migration {name: name})
SET m.at = $at, m.progress = $progress
RETURN name
