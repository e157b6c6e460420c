-- The terms that rise most, with all that is known of each, the first first.
-- KEYS: the terms that rise · ARGV: prefix of a term's key, how many → [term, [field, value, …]]…
local found = {}
for _, term in ipairs(redis.call('ZREVRANGE', KEYS[1], 0, tonumber(ARGV[2]) - 1)) do
  found[#found + 1] = { term, redis.call('HGETALL', ARGV[1] .. term) }
end
return found
