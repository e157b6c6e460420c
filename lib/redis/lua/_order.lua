-- Whether what an author told before has been told: to "all" that it is for, or to their "own" devices. Of an author
-- silent for long nothing is known: then the graph is asked about all, and their own devices are told at once.
-- `order`: the author's key; `after`: the id of what came before, or "".
local function is_in_order(order, whom, after)
  if after == '' then return true end
  local told = redis.call('HGET', order, whom)
  if not told then return whom == 'own' end
  return told >= after
end

-- Notes that all up to this id has been told.
local function note_order(order, whom, id)
  if (redis.call('HGET', order, whom) or '') < id then redis.call('HSET', order, whom, id) end
  redis.call('EXPIRE', order, ORDER_SECONDS)
end
