// The poll `q` of a bark, with its counters (stored degrees): PollRow.
q { .multiple, .hideTotals, .endsAt, voters: COUNT { (q)<-[:VOTED]-() },
    options: [(q)-[:OFFERS]->(o:PollOption) | o { .place, .title, votes: COUNT { (o)<-[:CHOSE]-() } }] }
