// The conversations of a device, for its inbox.
CREATE INDEX membership_device IF NOT EXISTS FOR (m:Membership) ON (m.device)
