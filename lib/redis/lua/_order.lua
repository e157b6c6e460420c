-- Whether the author's previous entry was delivered: to "all" recipients, or to the author's "own" devices. Of authors
-- who were silent for long nothing is known: then "all" requires a look into the graph, and "own" may go on at once.
-- `after`: the id of the previous entry, or "".
local function is_in_order(author, whom, after)
  if after == '' then return true end
  local told = redis.call('HGET', 'order:{' .. author .. '}', whom)
  if not told then return whom == 'own' end
  return told >= after
end

-- Records that all entries up to this id were delivered.
local function note_order(author, whom, id, ttl)
  local order = 'order:{' .. author .. '}'
  if (redis.call('HGET', order, whom) or '') < id then redis.call('HSET', order, whom, id) end
  redis.call('EXPIRE', order, ttl)
end
