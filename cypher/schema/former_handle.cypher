// A former handle leads to its person for some days and is reserved meanwhile. Every change of
// a handle and every sign-up merges this node first, so that they are serialised.
CREATE CONSTRAINT former_handle IF NOT EXISTS FOR (f:FormerHandle) REQUIRE f.key IS UNIQUE
