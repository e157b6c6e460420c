// Envelopes that nobody fetched for a month, for the worker that deletes them.
CREATE INDEX envelope_at IF NOT EXISTS FOR (e:Envelope) ON (e.at)
