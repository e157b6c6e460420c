// A person `p` with their counters, which are stored degrees: PersonRow.
p { .id, .handle, .name, .bio, .portrait, .header, .at, .bot, .locked, .discoverable, .lastBarkAt,
    .fieldNames, .fieldValues, .indexable, .hideCollections, .showsLikes, .alwaysSensitive, limited: p:Limited,
    followers: COUNT { (p)<-[:FOLLOWS]-() },
    following: COUNT { (p)-[:FOLLOWS]->() },
    barks: COUNT { (p)-[:BARKED]->() } }
