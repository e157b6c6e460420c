// One account an e-mail address; also how signing in by e-mail finds it.
CREATE CONSTRAINT credential_email IF NOT EXISTS FOR (c:Credential) REQUIRE c.emailKey IS UNIQUE
