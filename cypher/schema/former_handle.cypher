// A handle given up leads to its person for some days, and nobody else can take it meanwhile. Every change of
// a handle and every sign-up merges this node first, so that they wait for each other.
CREATE CONSTRAINT former_handle IF NOT EXISTS FOR (f:FormerHandle) REQUIRE f.key IS UNIQUE
