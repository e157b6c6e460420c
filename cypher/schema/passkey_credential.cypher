// A sign-in finds its passkey by the credential's id, which is unique.
CREATE CONSTRAINT passkey_credential IF NOT EXISTS FOR (k:Passkey) REQUIRE k.credential IS UNIQUE
