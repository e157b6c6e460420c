-- The weight of an act by its kind; members are "bark kind person".
local WEIGHT = { like = 1, reaction = 1, reply = 2, rebark = 3, quote = 3 }
-- The weight of each distinct person: so small that one score holds the weight of the acts and the number of people.
local PERSON = 2 ^ -24

-- Adds to the score of a bark; removes it at zero.
local function count(popular, bark, weight)
  if weight < 0 and not redis.call('ZSCORE', popular, bark) then return end
  if tonumber(redis.call('ZINCRBY', popular, weight, bark)) <= 0 then redis.call('ZREM', popular, bark) end
end

-- The weight that an act adds to its bark or removes from it: higher if the person has no other act on it.
local function weight_of(acts, bark, kind, person)
  for other in pairs(WEIGHT) do
    if other ~= kind and redis.call('ZSCORE', acts, bark .. ' ' .. other .. ' ' .. person) then return WEIGHT[kind] end
  end
  return WEIGHT[kind] + PERSON
end

-- Removes an act that is no longer within the hour.
local function remove_act(popular, acts, member)
  local bark, kind, person = string.match(member, '^(%d+) (%a+) (%d+)$')
  if redis.call('ZREM', acts, member) == 1 then count(popular, bark, -weight_of(acts, bark, kind, person)) end
end
