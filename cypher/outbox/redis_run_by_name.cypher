// What a Redis was when it was last seen well. $name → at most 1 row · index memory_name
MATCH (m:Memory {name: $name})
RETURN m.epoch AS epoch, m.run AS run, m.pulse AS pulse
