// The content of a draft `d`: DraftText.
d { .id, .text, .spoiler, .audience, .language, .sensitive, .replyTo, .quotes, .edits, .at, .version }
