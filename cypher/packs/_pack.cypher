// A starter pack `s` of the person `o` as the viewer `v` (null when signed out) sees it: PackRow. Whoever does not want
// to be suggested, and whoever is across a block from its maker or from the viewer, is not in it.
s { .id, .name, .description, .at, .editedAt, ownerId: o.id,
    members: COLLECT {
      MATCH (s)-[e:INCLUDES]->(m:Person)
      WHERE m.discoverable AND NOT m IN across AND NOT EXISTS { (m)-[:BLOCKS]-(o) }
      RETURN m.id ORDER BY e.id
    } }
