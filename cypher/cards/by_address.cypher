// What is known about an address. $address → 0..1 rows · index link_card_address
MATCH (c:LinkCard {address: $address})
RETURN c { .* } AS card
