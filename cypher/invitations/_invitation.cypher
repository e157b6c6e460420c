// An invitation `i` of `host`: InvitationRow. With $everybody, people who are not staff may invite too.
i { .id, .code, .most, .uses, .until, .follows, .at, hostId: host.id, hostHandle: host.handle, hostMay:
// include invitations/_host_may
}
