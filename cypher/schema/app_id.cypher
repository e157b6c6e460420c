// Tokens are issued to an app by its id.
CREATE CONSTRAINT app_id IF NOT EXISTS FOR (a:App) REQUIRE a.id IS UNIQUE
