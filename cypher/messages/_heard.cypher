// The people who are told of entry `number` of a conversation `c`, from the person `me` of the account `own`. For those
// whom it concerns it is the newest: not the sender, nobody who mutes them or is across a block, nobody if $silent.
CALL (c, me, own, number, fate) {
  MATCH (c)<-[o:TAKES_PART]-(a:KeyAccount)<-[:HAS_KEYS]-(p:Person) WHERE o.gone IS NULL AND o.state <> 'left'
  WITH o, p, number, fate, NOT $silent AND a <> own AND NOT EXISTS { (p)-[:BLOCKS]-(me) } AND NOT EXISTS {
    (p)-[x:MUTES]->(me) WHERE coalesce(x.until, $envelope.at + 1) > $envelope.at } AS heard
  FOREACH (_ IN CASE WHEN heard AND fate = 'new' THEN [1] ELSE [] END | SET o.newest = number)
  RETURN collect({ personId: p.id, alert: heard AND o.state = 'open' AND NOT coalesce(o.muted, false) }) AS people
}
