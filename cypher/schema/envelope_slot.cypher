// Of two commits of one epoch, one is accepted. Messages have no slot.
CREATE CONSTRAINT envelope_slot IF NOT EXISTS FOR (e:Envelope) REQUIRE e.slot IS UNIQUE
