-- The terms that rise most, each with its state, highest first, and since when barks are counted.
-- KEYS: the rising terms, since when · ARGV: maximum number → [since, [term, [field, value, …]]…]
local found = { redis.call('GET', KEYS[2]) or '' }
for _, term in ipairs(redis.call('ZREVRANGE', KEYS[1], 0, tonumber(ARGV[1]) - 1)) do
  found[#found + 1] = { term, redis.call('HGETALL', string.format(TRENDS_TERM_KEY, term)) }
end
return found
