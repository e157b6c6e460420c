-- Updates acts of the last hour to the state of the graph. Idempotent: each act counts once.
-- KEYS: popular, acts of the hour
-- ARGV: beginning of the hour (ms), then for each act: member, time (ms) or "" if it was undone
-- include _popular
for i = 2, #ARGV, 2 do
  local member, at = ARGV[i], tonumber(ARGV[i + 1])
  if at and at > tonumber(ARGV[1]) then
    local bark, kind, person = string.match(member, '^(%d+) (%a+) (%d+)$')
    local known = redis.call('ZSCORE', KEYS[2], member)
    redis.call('ZADD', KEYS[2], at, member)
    if not known then count(KEYS[1], bark, weight_of(KEYS[2], bark, kind, person)) end
  else
    remove_act(KEYS[1], KEYS[2], member)
  end
end
