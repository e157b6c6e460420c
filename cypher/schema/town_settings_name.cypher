// There is one node with the settings of the town, also when two processes create it at once.
CREATE CONSTRAINT town_settings_name IF NOT EXISTS FOR (s:TownSettings) REQUIRE s.name IS UNIQUE
