// What a viewer `v` did to a bark `b`: ViewerState as `state` · index rebark_pair
CALL (v, b) {
  OPTIONAL MATCH (rebark:Rebark {pair: v.id + ' ' + b.id})
  OPTIONAL MATCH (v)-[l:LIKES]->(b)
  RETURN { id: b.id, likedVersion: l.version, rebarked: rebark IS NOT NULL,
    reactions: COLLECT { MATCH (b)<-[:TO]-(r:Reaction) WHERE EXISTS { (v)-[:REACTED]->(r) } RETURN r.emoji },
    votes: head(COLLECT { MATCH (b)-[:ASKS]->(:Poll)<-[x:VOTED]-(v) RETURN x.choices }),
    bookmarked: EXISTS { (v)-[:BOOKMARKED]->(b) },
    pinned: EXISTS { (v)-[:PINNED]->(b) },
    threadMuted: EXISTS { (v)-[:MUTES_THREAD]->(:Bark {id: b.thread}) } } AS state
}
