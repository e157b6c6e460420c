-- Delivers one bark, or a rebark of one, to a chunk of people: unless something that its author told before has not been
-- delivered, then it answers -1.
-- ARGV: "keep" | "tell" (of a hub), author, what they told before or "", now (ms), id, member of the timeline, event
-- (JSON, or "" to tell nobody), home length, live length, live seconds, people…
-- include _event
-- include _bark
-- include _order
if not is_in_order(ARGV[2], 'all', ARGV[3]) then return -1 end
local people = {}
for i = 11, #ARGV do people[#people + 1] = ARGV[i] end
if ARGV[1] == 'tell' then return tell_only(people, ARGV[4], ARGV[5], ARGV[7], ARGV[9], ARGV[10]) end
return deliver(people, ARGV[4], ARGV[5], ARGV[6], ARGV[7], tonumber(ARGV[8]), ARGV[9], ARGV[10])
