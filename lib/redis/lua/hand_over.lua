-- After a commit: hands the job to the workers and, in the same step, shows a new bark to its author,
-- so that the next read of their own Home has it, on every device.
-- KEYS: jobs
-- ARGV: job (JSON), author or "", now (ms), id, member of the timeline, event (JSON), home length, live length, live seconds
-- include _event
-- include _bark
redis.call('XADD', KEYS[1], '*', 'job', ARGV[1])
if ARGV[2] ~= '' then
  return deliver({ ARGV[2] }, ARGV[3], ARGV[4], ARGV[5], ARGV[6], tonumber(ARGV[7]), ARGV[8], ARGV[9])
end
return 0
