-- After a commit: hands the job to the workers and, in the same step, shows a new bark to its author,
-- so that the next read of their own Home has it, on every device. One that overtook another is left to the workers.
-- KEYS: jobs
-- ARGV: job (JSON), author or "", what they told before or "", now (ms), id, member of the timeline, event (JSON),
-- home length, live length, live seconds, order seconds
-- include _event
-- include _bark
-- include _order
redis.call('XADD', KEYS[1], '*', 'job', ARGV[1])
local author = ARGV[2]
if author == '' or not is_in_order(author, 'own', ARGV[3]) then return 0 end
note_order(author, 'own', ARGV[5], ARGV[11])
return deliver({ author }, ARGV[4], ARGV[5], ARGV[6], ARGV[7], tonumber(ARGV[8]), ARGV[9], ARGV[10])
