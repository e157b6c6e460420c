// A bark `s` that waits with its pictures: WaitingRow, without its author.
s { .id, .dueAt, .text, .spoiler, .audience, .quotePolicy, .language, .sensitive, .replyTo, .quotes, .poll, .app, .appId, .key, .heldFor, .heldAt, .approvedAt } AS bark,
[(s)-[shows:SHOWS]->(m:Media) | m { .id, .key, .width, .height, .thumbhash, .blurhash, .moving, .description, .focusX, .focusY, order: shows.order }] AS media
