-- Removes rebarks of a bark that is, itself or rebarked, among the REPEAT_WINDOW entries right below them.
local function drop_repeated(home)
  -- By bark: the place, counted from the oldest entry, of the newest one that shows it.
  local shown, place = {}, 0
  for _, member in ipairs(redis.call('ZREVRANGE', home, 0, -1)) do
    local of = string.sub(member, 21)
    if of ~= '' and shown[of] and place - shown[of] < REPEAT_WINDOW then
      redis.call('ZREM', home, member)
    else
      place = place + 1
      shown[of ~= '' and of or member] = place
    end
  end
end
