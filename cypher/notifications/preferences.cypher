// The notification preferences that people have set. $ids → one row for each who has any · index alert_settings_person
UNWIND $ids AS id
MATCH (s:AlertSettings {personId: id})
RETURN id, {
  off: coalesce(s.off, []),
  clearedTo: coalesce(s.clearedTo, '0'),
  dismissed: coalesce(s.dismissed, []),
  policy: {
    for_not_following: s.forNotFollowing, for_not_followers: s.forNotFollowers, for_new_accounts: s.forNewAccounts,
    for_private_mentions: s.forPrivateMentions, for_limited_accounts: s.forLimitedAccounts
  }
} AS ear
