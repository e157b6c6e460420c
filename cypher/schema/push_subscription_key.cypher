// One subscription per push endpoint: a device belongs to the person who signed in last.
CREATE CONSTRAINT push_subscription_key IF NOT EXISTS FOR (s:PushSubscription) REQUIRE s.key IS UNIQUE
