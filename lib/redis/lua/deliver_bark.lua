-- Delivers a bark or rebark to a chunk of people. Returns -1 if the author's previous one has not been delivered yet,
-- otherwise the number of timelines that got it (of a high-follower author: nil).
-- KEYS: order of the author, tombstone of the bark, active, listening, then of each person: timeline, live, online
-- ARGV: "keep" | "tell" (of a high-follower author), the author's previous bark or "", now (ms), id, member of the
-- timeline, event (JSON, or "" for no live event), people…
-- include _event
-- include _bark
-- include _order
if not is_in_order(KEYS[1], 'all', ARGV[2]) then return -1 end
if redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
local people = {}
for i = 7, #ARGV do people[#people + 1] = ARGV[i] end
if ARGV[1] == 'tell' then return send_only(5, people, KEYS[4], ARGV[3], ARGV[4], ARGV[6]) end
return deliver(5, people, KEYS[3], KEYS[4], ARGV[3], ARGV[4], ARGV[5], ARGV[6])
