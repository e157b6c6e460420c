-- Delivers one bark, or a rebark of one, to a chunk of people.
-- ARGV: now (ms), id, rebark of or "", event (JSON, or "" to tell nobody), home length, live length, live seconds, people…
-- include _event
-- include _bark
local people = {}
for i = 8, #ARGV do people[#people + 1] = ARGV[i] end
return deliver(people, ARGV[1], ARGV[2], ARGV[3], ARGV[4], tonumber(ARGV[5]), ARGV[6], ARGV[7])
