// The text and properties of a bark `b`: BarkText.
b { .id, .text, .at, .audience, .language, .sensitive, .spoiler, .app, .quotePolicy, .editedAt, .version, .thread }
