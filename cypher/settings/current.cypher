// The settings of the town, as JSON. No row: nobody has changed any. → 0..1 rows · index town_settings_name
MATCH (s:TownSettings {name: 'town'})
RETURN s.document AS document, s.version AS version
