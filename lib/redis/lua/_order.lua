-- Whether the author's previous bark has been delivered: to everybody ("all") or to the author's own devices ("own").
-- Nothing is known of an author who was inactive for long: "all" then asks the graph, and "own" delivers at once.
-- `order`: the author's key; `after`: the id of the previous bark, or "".
local function is_in_order(order, whom, after)
  if after == '' then return true end
  local told = redis.call('HGET', order, whom)
  if not told then return whom == 'own' end
  return told >= after
end

-- Records that everything up to this id has been delivered.
local function note_order(order, whom, id)
  if (redis.call('HGET', order, whom) or '') < id then redis.call('HSET', order, whom, id) end
  redis.call('EXPIRE', order, ORDER_SECONDS)
end
