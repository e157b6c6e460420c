// One node of settings per person, also when two devices change them at once.
CREATE CONSTRAINT alert_settings_person IF NOT EXISTS FOR (s:AlertSettings) REQUIRE s.personId IS UNIQUE
