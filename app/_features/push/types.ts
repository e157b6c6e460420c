/** Types of alerts as they are offered, most wanted first. */
export const TYPES = [
  "mention",
  "quote",
  "favourite",
  "emoji_reaction",
  "reblog",
  "follow",
  "follow_request",
  "poll",
  "update",
  "status",
] as const;

/** What a device may be told of: messages too, which are in no list of alerts. */
export const PUSH_TYPES = ["message", ...TYPES] as const;
