// The content of a draft `d`: DraftText.
d { .id, .text, .spoiler, .audience, .quotePolicy, .language, .sensitive, .replyTo, .quotes, .edits, .thread, .place,
    .poll, .dueAt, .reason, .at, .version }
