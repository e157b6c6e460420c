// One subscription an address of a push service: a device that somebody else signed in on tells them, not both.
CREATE CONSTRAINT push_subscription_key IF NOT EXISTS FOR (s:PushSubscription) REQUIRE s.key IS UNIQUE
