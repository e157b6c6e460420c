-- After a commit: enqueues the job and, in the same step, adds a new bark to its author's own timeline and devices, so
-- that their next read of Home contains it. A bark that overtook an earlier one is left to the workers.
-- KEYS: jobs
-- ARGV: job (JSON), author or "", previous id or "", now (ms), id, member of the timeline, event (JSON),
-- home length, live length, live seconds, order seconds
-- include _event
-- include _bark
-- include _order
redis.call('XADD', KEYS[1], '*', 'job', ARGV[1])
local author = ARGV[2]
if author == '' or not is_in_order(author, 'own', ARGV[3]) then return 0 end
note_order(author, 'own', ARGV[5], ARGV[11])
return deliver({ author }, ARGV[4], ARGV[5], ARGV[6], ARGV[7], tonumber(ARGV[8]), ARGV[9], ARGV[10])
