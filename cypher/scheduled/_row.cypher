// A scheduled bark `s` with its pictures: ScheduledRow, without its author.
s { .id, .dueAt, .text, .spoiler, .audience, .quotePolicy, .language, .sensitive, .replyTo, .quotes, .poll, .app, .appId } AS bark,
[(s)-[shows:SHOWS]->(m:Media) | m { .id, .key, .width, .height, .thumbhash, .blurhash, .moving, .description, .focusX, .focusY, order: shows.order }] AS media
