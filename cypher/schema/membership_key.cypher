// A device takes part in a conversation once, by "<conversation> <account> <device>".
CREATE CONSTRAINT membership_key IF NOT EXISTS FOR (m:Membership) REQUIRE m.key IS UNIQUE
