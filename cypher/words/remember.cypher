// Notes how far words were folded, and by which version of lib/text. $version, $barks, $people (ids, null when all
// are) → 1 row · index memory_name
MERGE (m:Memory {name: 'words'})
SET m.version = $version, m.barks = $barks, m.people = $people
RETURN m.version AS version
