-- The top terms with their stored data, best first.
-- KEYS: rising terms · ARGV: prefix of a term's key, maximum number → [term, [field, value, …]]…
local found = {}
for _, term in ipairs(redis.call('ZREVRANGE', KEYS[1], 0, tonumber(ARGV[2]) - 1)) do
  found[#found + 1] = { term, redis.call('HGETALL', ARGV[1] .. term) }
end
return found
