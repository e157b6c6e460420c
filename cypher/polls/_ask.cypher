// Gives a bark `b` of a person `p` a poll: `asked` is a list of one or none {options, multiple, hideTotals, endsAt}.
FOREACH (ask IN asked |
  CREATE (p)-[:POLLS]->(q:Poll:OpenPoll {multiple: ask.multiple, hideTotals: ask.hideTotals, endsAt: ask.endsAt})<-[:ASKS]-(b)
  FOREACH (i IN range(0, size(ask.options) - 1) | CREATE (q)-[:OFFERS]->(:PollOption {place: i, title: ask.options[i]})))
