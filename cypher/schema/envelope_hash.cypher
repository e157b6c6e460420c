// A message that is sent again, because the answer was lost, is recognised by its hash.
CREATE CONSTRAINT envelope_hash IF NOT EXISTS FOR (e:Envelope) REQUIRE (e.conversationId, e.hash) IS UNIQUE
