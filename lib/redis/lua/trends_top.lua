-- The terms that rise most, each with its state, highest first.
-- KEYS: the rising terms · ARGV: maximum number → [term, [field, value, …]]…
local found = {}
for _, term in ipairs(redis.call('ZREVRANGE', KEYS[1], 0, tonumber(ARGV[1]) - 1)) do
  found[#found + 1] = { term, redis.call('HGETALL', string.format(TRENDS_TERM_KEY, term)) }
end
return found
