// The last recorded Redis run. $name → at most 1 row · index redis_run_name
MATCH (m:RedisRun {name: $name})
RETURN m.epoch AS epoch, m.run AS run, m.pulse AS pulse
