-- Reads a range of a home timeline, merged with the newest entries of the high-follower authors its person follows.
-- Members have inverted digits (encodeEntry in lib/timelines/rules.ts): newer members sort first.

-- Whether one of the `REPEAT_WINDOW` entries directly below is the same bark; if so, a rebark is dropped.
local function is_repeat(entries, i)
  local of = string.sub(entries[i], 21)
  if of == '' then return false end
  for below = i + 1, math.min(i + REPEAT_WINDOW, #entries) do
    local id, other = string.sub(entries[below], 1, 19), string.sub(entries[below], 21)
    if id == of or other == of then return true end
  end
  return false
end

-- The entries of all sources between two bounds (lexical ranges), without duplicates and newest first, with those
-- directly below the range.
local function merge_sources(sources, newest, oldest, order, reach)
  local found, entries = {}, {}
  local function take(members)
    for _, member in ipairs(members) do
      if not found[member] then
        found[member] = true
        entries[#entries + 1] = member
      end
    end
    return members[reach]
  end
  for _, source in ipairs(sources) do
    if order == 'asc' then
      take(redis.call('ZREVRANGEBYLEX', source, oldest, newest, 'LIMIT', 0, reach))
      take(redis.call('ZRANGEBYLEX', source, '[' .. string.sub(oldest, 2), '+', 'LIMIT', 0, REPEAT_WINDOW))
    else
      -- Entries below the end of a source that has enough are not needed from the other sources.
      local last = take(redis.call('ZRANGEBYLEX', source, newest, oldest, 'LIMIT', 0, reach))
      if last then oldest = '(' .. last end
    end
  end
  table.sort(entries)
  return entries
end

-- The newest entries between two bounds, or for "asc" the oldest, in that order; none below the floor, where a source
-- is incomplete. Returns entries, the floor or '', and authors whose recent entries are not cached (then no entries).
local function merged(home, authors, newest, oldest, order, limit)
  local floor, missing, sources = redis.call('ZRANGE', home, -1, -1)[1] or '', {}, { home }
  for _, author in ipairs(authors) do
    local source = string.format(NEWEST_KEY, author)
    local mark, lowest = redis.call('ZRANGE', source, 0, 0)[1], redis.call('ZRANGE', source, -1, -1)[1]
    if not mark then missing[#missing + 1] = author end
    if mark == '!' and lowest ~= mark and (floor == '' or lowest < floor) then floor = lowest end
    sources[#sources + 1] = source
  end
  local low, page = string.sub(oldest, 2), {}
  local entries = merge_sources(sources, newest, oldest, order, limit + REPEAT_WINDOW)
  local from, to, step = 1, #entries, 1
  if order == 'asc' then from, to, step = #entries, 1, -1 end
  for i = from, to, step do
    local entry = entries[i]
    local wanted = entry < low and (floor == '' or entry <= floor) and #page < limit
    if wanted and not is_repeat(entries, i) then page[#page + 1] = entry end
  end
  return page, floor, missing
end
