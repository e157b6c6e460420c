// The text and properties of a bark `b`: BarkText.
b { .id, .text, .at, .audience, .language, .sensitive, .coveredAt, .spoiler, .app, .quotePolicy, .editedAt, .version, .thread }
