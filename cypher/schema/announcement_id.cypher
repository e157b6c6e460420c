// The id of an announcement is unique.
CREATE CONSTRAINT announcement_id IF NOT EXISTS FOR (a:Announcement) REQUIRE a.id IS UNIQUE
