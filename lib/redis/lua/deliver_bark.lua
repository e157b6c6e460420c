-- Delivers one bark to a chunk of people.
-- ARGV: now (ms), bark id, event (JSON), home length, live length, live seconds, people…
-- include _event
-- include _bark
local people = {}
for i = 7, #ARGV do people[#people + 1] = ARGV[i] end
return deliver(people, ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4]), ARGV[5], ARGV[6])
