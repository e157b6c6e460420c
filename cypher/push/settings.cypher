// A person's quiet hours, and what a locked screen may show. $personId → 0..1 rows · index alert_settings_person
MATCH (a:AlertSettings {personId: $personId})
RETURN a { .quietFrom, .quietTo, .timeZone, .showsPrivate } AS settings
