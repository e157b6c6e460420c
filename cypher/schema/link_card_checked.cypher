// Cards that nothing links to are looked for by when they were last checked.
CREATE INDEX link_card_checked IF NOT EXISTS FOR (c:LinkCard) ON (c.checkedAt)
