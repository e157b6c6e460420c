-- Delivers a bark or rebark to a chunk of people. Returns -1 if the author's previous entry has not been delivered
-- yet.
-- ARGV: "keep" | "tell" (of a high-follower author), author, previous id or "", now (ms), id, member of the timeline,
-- event (JSON, or "" for none), home length, live length, live seconds, people…
-- include _event
-- include _bark
-- include _order
if not is_in_order(ARGV[2], 'all', ARGV[3]) then return -1 end
local people = {}
for i = 11, #ARGV do people[#people + 1] = ARGV[i] end
if ARGV[1] == 'tell' then return tell_only(people, ARGV[4], ARGV[5], ARGV[7], ARGV[9], ARGV[10]) end
return deliver(people, ARGV[4], ARGV[5], ARGV[6], ARGV[7], tonumber(ARGV[8]), ARGV[9], ARGV[10])
