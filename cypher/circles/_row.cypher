// A row of a circle for `p`: how many people lead to them (`between`), and the closest three of those, `friends` first.
RETURN p.id AS id, ways, followers, total, sampled, COLLECT {
  UNWIND between AS f
  WITH f, COUNT { (f)<-[:FOLLOWS]-() } AS fame WHERE f.discoverable OR f IN first
  RETURN f.id ORDER BY f IN friends DESC, fame, f.id LIMIT 3
} AS known
