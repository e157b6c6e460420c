// What a person wants to hear, as far as they chose. $personId → 1 row, or none · index alert_settings_person
MATCH (s:AlertSettings {personId: $personId})
RETURN coalesce(s.off, []) AS off, coalesce(s.clearedTo, '0') AS clearedTo, coalesce(s.dismissed, []) AS dismissed,
       s { .for_not_following, .for_not_followers, .for_new_accounts, .for_private_mentions,
           .for_limited_accounts } AS policy
