// One card for each address, however many barks link to it.
CREATE CONSTRAINT link_card_address IF NOT EXISTS FOR (c:LinkCard) REQUIRE c.address IS UNIQUE
