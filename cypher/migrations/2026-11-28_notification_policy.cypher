// The policy for notifications of people one does not know: properties in camel case, as all others.
MATCH (s:AlertSettings)
CALL (s) {
  SET s.forNotFollowing = coalesce(s.for_not_following, s.forNotFollowing),
      s.forNotFollowers = coalesce(s.for_not_followers, s.forNotFollowers),
      s.forNewAccounts = coalesce(s.for_new_accounts, s.forNewAccounts),
      s.forPrivateMentions = coalesce(s.for_private_mentions, s.forPrivateMentions),
      s.forLimitedAccounts = coalesce(s.for_limited_accounts, s.forLimitedAccounts)
  REMOVE s.for_not_following, s.for_not_followers, s.for_new_accounts, s.for_private_mentions, s.for_limited_accounts
} IN TRANSACTIONS OF 1000 ROWS
