// Stores what is known about an address, and returns the picture that it had before.
// $address, $card {…} → 1 row · index link_card_address
MERGE (c:LinkCard {address: $address})
WITH c, c.picture AS former
SET c += $card
RETURN former
