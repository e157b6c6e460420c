// An account has one archive, also when two devices switch it on at once.
CREATE CONSTRAINT archive_account IF NOT EXISTS FOR (a:Archive) REQUIRE a.accountId IS UNIQUE
