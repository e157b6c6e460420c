// The start of circles: the viewer `v`; the people hidden from them at the time `now` (`hidden`); the people they follow
// (`first`); those of them who lead on, because they do not hide whom they follow (`open`); and who is excluded (`near`).
MATCH (v:Person {id: viewerId})
WITH v, COLLECT { MATCH (v)-[:DISMISSED]->(x:Person) RETURN x } +
// include people/_hidden
AS hidden, COLLECT { MATCH (v)-[:FOLLOWS]->(f:Person) RETURN f } AS first
WITH v, hidden, first, first + hidden + [v] AS near,
     [f IN first WHERE NOT f IN hidden AND NOT coalesce(f.hideCollections, false)] AS open
