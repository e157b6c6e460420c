// Notes what a Redis is now. $name, $epoch, $run, $pulse (ms) → the pulse noted · index memory_name
MERGE (m:Memory {name: $name})
SET m.epoch = $epoch, m.run = $run, m.pulse = $pulse
RETURN m.pulse AS pulse
