// One record per Redis.
CREATE CONSTRAINT redis_run_name IF NOT EXISTS FOR (r:RedisRun) REQUIRE r.name IS UNIQUE
