-- Delivers one bark, or a rebark of one, to a chunk of people.
-- ARGV: "keep" | "tell" (of a hub), now (ms), id, member of the timeline, event (JSON, or "" to tell nobody), home length,
-- live length, live seconds, people…
-- include _event
-- include _bark
local people = {}
for i = 9, #ARGV do people[#people + 1] = ARGV[i] end
if ARGV[1] == 'tell' then return tell_only(people, ARGV[2], ARGV[3], ARGV[5], ARGV[7], ARGV[8]) end
return deliver(people, ARGV[2], ARGV[3], ARGV[4], ARGV[5], tonumber(ARGV[6]), ARGV[7], ARGV[8])
