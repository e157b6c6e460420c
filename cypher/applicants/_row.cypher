// A request to join `p` with its credential `c`: ApplicantRow.
p.id AS id, p.handle AS handle, p.at AS at, p.reason AS reason, p.locale AS locale, c.email AS email,
c.confirmedAt AS confirmedAt, coalesce(p.entersWhenConfirmed, false) AS entersWhenConfirmed
