// Apps authenticate by client id.
CREATE CONSTRAINT app_client IF NOT EXISTS FOR (a:App) REQUIRE a.clientId IS UNIQUE
