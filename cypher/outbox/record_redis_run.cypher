// Records the current Redis run. $name, $epoch, $run, $pulse (ms) → the recorded pulse · index redis_run_name
MERGE (m:RedisRun {name: $name})
SET m.epoch = $epoch, m.run = $run, m.pulse = $pulse
RETURN m.pulse AS pulse
