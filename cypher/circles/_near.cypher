// Where circles begin: the viewer `v`; whom they meet nowhere at the time `now` (`hidden`); whom they follow (`first`),
// who of those leads on (`open`: not those who hide whom they follow); and who is in no further circle (`near`).
MATCH (v:Person {id: viewerId})
WITH v, COLLECT { MATCH (v)-[:DISMISSED]->(x:Person) RETURN x } +
// include people/_hidden
AS hidden, COLLECT { MATCH (v)-[:FOLLOWS]->(f:Person) RETURN f } AS first
WITH v, hidden, first, first + hidden + [v] AS near,
     [f IN first WHERE NOT f IN hidden AND NOT coalesce(f.hideCollections, false)] AS open
