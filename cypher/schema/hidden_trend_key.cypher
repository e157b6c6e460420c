// A term is kept out of trends once.
CREATE CONSTRAINT hidden_trend_key IF NOT EXISTS FOR (t:HiddenTrend) REQUIRE t.key IS UNIQUE
