-- How much an act counts, by the kind that its member names: "bark kind person".
local WEIGHT = { like = 1, reaction = 1, reply = 2, rebark = 3, quote = 3 }

-- Adds to what a bark counts; one that counts nothing is not there.
local function count(popular, bark, weight)
  if weight < 0 and not redis.call('ZSCORE', popular, bark) then return end
  if tonumber(redis.call('ZINCRBY', popular, weight, bark)) <= 0 then redis.call('ZREM', popular, bark) end
end

-- Takes an act out of the hour.
local function leave(popular, acts, member)
  local bark, kind = string.match(member, '^(%d+) (%a+) ')
  if redis.call('ZREM', acts, member) == 1 then count(popular, bark, -WEIGHT[kind]) end
end
