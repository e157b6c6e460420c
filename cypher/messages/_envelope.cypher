// An envelope `it` as the device $device reads it: EnvelopeRow. A device that it adds reads the welcome.
it { .conversationId, .generation, .number, .epoch, .kind, .hash, .at, .frank, .silent,
     joined: $device IN coalesce(it.joined, []),
     payload: CASE WHEN $device IN coalesce(it.joined, []) THEN it.welcome ELSE it.payload END }
