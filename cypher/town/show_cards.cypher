// Gives old barks of the demo town the cards of invented sites. $rows [{id (bark), card {address, title, …}}]
// → 1 row with their number · index bark_id, link_card_address
UNWIND $rows AS row
MATCH (b:Bark {id: row.id})
MERGE (c:LinkCard {address: row.card.address})
SET c += row.card, c.checkedAt = timestamp()
MERGE (b)-[:LINKS]->(c)
RETURN count(b) AS made
