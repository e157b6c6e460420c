// A list `l` of people: ListRow.
l { .id, .title, .repliesPolicy, .exclusive }
