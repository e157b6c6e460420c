// An invitation `i` of `host`: InvitationRow.
i { .id, .code, .most, .uses, .until, .follows, .at, hostId: host.id, hostHandle: host.handle }
