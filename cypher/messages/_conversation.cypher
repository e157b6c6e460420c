// A conversation `c` for the member whose part in it is `t`: StoredConversation. Those who were removed do not see how it
// goes on: neither how many entries it has, nor the devices in its group.
RETURN c.id AS id, c.kind AS kind, c.generation AS generation, c.epoch AS epoch,
  CASE WHEN t.gone IS NULL THEN c.number ELSE 0 END AS number, c.at AS at,
  t.state AS state, coalesce(t.muted, false) AS muted,
  [(c)<-[o:TAKES_PART]-(other:KeyAccount)<-[:HAS_KEYS]-(p:Person) WHERE o.gone IS NULL |
    { accountId: other.id, personId: p.id }] AS members,
  [(c)<-[o:TAKES_PART]-(other:KeyAccount) WHERE o.gone IS NULL | other.id] AS accounts,
  [(c)-[:INCLUDES]->(m:Membership) WHERE m.until IS NULL AND t.gone IS NULL | m { .device, .leaf }] AS roster
