// What people want to hear, as far as they chose. $ids → one row a person who did · index alert_settings_person
UNWIND $ids AS id
MATCH (s:AlertSettings {personId: id})
RETURN id, {
  off: coalesce(s.off, []),
  clearedTo: coalesce(s.clearedTo, '0'),
  dismissed: coalesce(s.dismissed, []),
  policy: s { .for_not_following, .for_not_followers, .for_new_accounts, .for_private_mentions,
              .for_limited_accounts }
} AS ear
