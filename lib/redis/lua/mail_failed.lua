-- Notes a mail that could not be sent, and forgets the oldest ones.
-- KEYS: the failed mails
-- ARGV: when it failed (ms), what is noted
redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2])
redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -FAILED_MAILS - 1)
redis.call('EXPIRE', KEYS[1], FAILED_MAILS_SECONDS)
return 1
