// Links a bark to the card of an address, and to no other. $barkId, $address → 1 row if that is new · index bark_id,
// link_card_address
MATCH (b:Bark {id: $barkId})<-[:BARKED]-(:Person)
USING INDEX b:Bark(id)
MATCH (c:LinkCard {address: $address})
USING INDEX c:LinkCard(address)
// include leases/_lock b
WITH b, c
CALL (b, c) { MATCH (b)-[other:LINKS]->(o) WHERE o <> c DELETE other }
WITH b, c
WHERE NOT EXISTS { (b)-[:LINKS]->(c) }
CREATE (b)-[:LINKS]->(c)
RETURN b.id AS id
