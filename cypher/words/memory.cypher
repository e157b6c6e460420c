// How far words were folded, and by which version of lib/text. → at most 1 row · index memory_name
MATCH (m:Memory {name: 'words'})
RETURN m.version AS version, m.barks AS barks, m.people AS people
