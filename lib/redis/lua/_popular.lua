-- How much an act counts, by the kind that its member names: "bark kind person".
local WEIGHT = { like = 1, reaction = 1, reply = 2, rebark = 3, quote = 3 }
-- What each distinct person adds: so little that a score tells both, what a bark counts and how many people made it.
local PERSON = 2 ^ -24

-- Adds to what a bark counts; one that counts nothing is not there.
local function count(popular, bark, weight)
  if weight < 0 and not redis.call('ZSCORE', popular, bark) then return end
  if tonumber(redis.call('ZINCRBY', popular, weight, bark)) <= 0 then redis.call('ZREM', popular, bark) end
end

-- What an act adds to its bark, or takes with it: more when nothing else that counts is of that person.
local function worth(acts, bark, kind, person)
  for other in pairs(WEIGHT) do
    if other ~= kind and redis.call('ZSCORE', acts, bark .. ' ' .. other .. ' ' .. person) then return WEIGHT[kind] end
  end
  return WEIGHT[kind] + PERSON
end

-- Takes an act out of the hour.
local function leave(popular, acts, member)
  local bark, kind, person = string.match(member, '^(%d+) (%a+) (%d+)$')
  if redis.call('ZREM', acts, member) == 1 then count(popular, bark, -worth(acts, bark, kind, person)) end
end
