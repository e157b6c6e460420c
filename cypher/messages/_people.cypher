// The ids of the people who take part in a conversation `c`.
[(c)<-[:TAKES_PART]-(:KeyAccount)<-[:HAS_KEYS]-(p:Person) | p.id]
