// A scheduled bark is read, moved and cancelled by its id.
CREATE CONSTRAINT scheduled_bark_id IF NOT EXISTS FOR (s:ScheduledBark) REQUIRE s.id IS UNIQUE
