-- Runs after a commit: enqueues the job and, in the same step, delivers a new bark to its author, so that the next
-- read of their own Home includes it on every device. A bark whose predecessor is missing is left to the workers.
-- KEYS: jobs, and for a new bark: order of the author, tombstone of the bark, active, listening, and of the author:
-- timeline, live, online
-- ARGV: job (JSON), and for a new bark: author, their previous bark or "", now (ms), id, member of the timeline,
-- event (JSON)
-- include _event
-- include _bark
-- include _order
redis.call('XADD', KEYS[1], '*', 'job', ARGV[1])
local author = ARGV[2]
if not author or not is_in_order(KEYS[2], 'own', ARGV[3]) then return 0 end
note_order(KEYS[2], 'own', ARGV[5])
if redis.call('EXISTS', KEYS[3]) == 1 then return 0 end
return deliver(6, { author }, KEYS[4], KEYS[5], ARGV[4], ARGV[5], ARGV[6], ARGV[7])
