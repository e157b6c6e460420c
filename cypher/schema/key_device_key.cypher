// A device of an account, by "<account> <device>".
CREATE CONSTRAINT key_device_key IF NOT EXISTS FOR (d:KeyDevice) REQUIRE d.key IS UNIQUE
