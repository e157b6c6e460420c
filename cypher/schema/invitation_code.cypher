// An invitation is found by the code of its link.
CREATE CONSTRAINT invitation_code IF NOT EXISTS FOR (i:Invitation) REQUIRE i.code IS UNIQUE
