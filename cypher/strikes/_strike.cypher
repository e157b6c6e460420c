// A measure `s` against a person `p`: StrikeOf.
s { .id, .at, .measure, .text, .liftedAt, .appealAt, .appealText, .appealState, .answer,
    barkIds: coalesce(s.barkIds, []), barkTexts: coalesce(s.barkTexts, []) } AS strike,
// include people/_person
AS person, s.by AS by
