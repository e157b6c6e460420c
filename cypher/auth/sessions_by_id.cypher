// The people of web sessions, and whether they signed in with two factors. Ended sessions are absent, and so are those of
// people whose deletion is pending or whose account is closed.
// $ids → one row per session · index session_id
UNWIND $ids AS id
MATCH (s:Session {id: id})<-[:SIGNED_IN]-(p:Person)
USING INDEX s:Session(id)
WHERE p.disabledAt IS NULL
RETURN s.id AS id, s.lastAt AS lastAt, coalesce(s.twoFactor, false) AS twoFactor,
       p { .id, .handle, .name, .portrait, .barksFor, .barksIn, .barksSensitive, .quotePolicy, .owner, .rights } AS person
