// What a bark `b` says: BarkText.
b { .id, .text, .at, .audience, .language, .sensitive, .spoiler, .app, .editedAt, .version, .thread }
