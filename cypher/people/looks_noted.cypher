// Whether everybody's look was noted, and when. $name → 0..1 rows · index memory_name
MATCH (m:Memory {name: $name})
RETURN m.at AS at
