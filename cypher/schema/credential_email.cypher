// One account per e-mail address; also used by signing in by e-mail.
CREATE CONSTRAINT credential_email IF NOT EXISTS FOR (c:Credential) REQUIRE c.emailKey IS UNIQUE
