// Remembers that everybody's look is noted. $name, $at (Unix ms) → at · index memory_name
MERGE (m:Memory {name: $name})
SET m.at = $at
RETURN m.at AS at
