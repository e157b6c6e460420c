// Whether `host`, a Person, may bring people in now: staff did not close or limit their account. $everybody as in _invitation.
(host.disabledAt IS NULL AND NOT host:Limited
  AND ($everybody OR coalesce(host.owner, false) OR 'signups' IN coalesce(host.rights, [])))
