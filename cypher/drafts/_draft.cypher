// What a draft `d` says: DraftText.
d { .id, .text, .spoiler, .audience, .language, .sensitive, .replyTo, .quotes, .edits, .at, .version }
