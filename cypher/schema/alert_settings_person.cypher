// One set of choices about alerts a person, also when two devices choose at once.
CREATE CONSTRAINT alert_settings_person IF NOT EXISTS FOR (s:AlertSettings) REQUIRE s.personId IS UNIQUE
