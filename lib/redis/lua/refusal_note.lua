-- Counts a sign-up that was refused because of the domain of its address.
-- KEYS: the refused sign-ups of the day
-- ARGV: the blocked domains that the address lies in…
for _, domain in ipairs(ARGV) do redis.call('ZINCRBY', KEYS[1], 1, domain) end
redis.call('EXPIRE', KEYS[1], REFUSALS_SECONDS)
return 1
