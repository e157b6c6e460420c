// How many people used a web session or an app since a time. $since (ms) → 1 row · index session_last_at, token_last_at
CALL () {
  MATCH (s:Session) WHERE s.lastAt >= $since
  MATCH (s)<-[:SIGNED_IN]-(p:Person)
  RETURN p
  UNION
  MATCH (t:Token) WHERE t.lastAt >= $since
  MATCH (t)<-[:HOLDS]-(p:Person)
  RETURN p
}
RETURN count(p) AS people
