// Alerts and appeals name measures by id, and appeals are listed in its order.
CREATE CONSTRAINT strike_id IF NOT EXISTS FOR (s:Strike) REQUIRE s.id IS UNIQUE
