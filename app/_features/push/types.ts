/** Types of alerts as they are offered, most wanted first. */
export const TYPES = [
  ["mention", "Replies and mentions", "Somebody answers you or names you"],
  ["quote", "Quotes", "Somebody quotes a bark of yours"],
  ["favourite", "Likes", "Somebody likes a bark of yours"],
  ["emoji_reaction", "Reactions", "Somebody gives a bark of yours an emoji"],
  ["reblog", "Rebarks", "Somebody passes a bark of yours on"],
  ["follow", "Follows", "Somebody follows you"],
  ["follow_request", "Requests to follow", "Somebody asks, if you approve your followers"],
  ["poll", "Polls", "A poll ends that is yours, or in which you voted"],
  ["update", "Edits", "A bark changes that you liked, rebarked, quoted or answered"],
  ["status", "Barks of chosen people", "Somebody barks whose bell you rang on their profile"],
] as const;

/** What a device may be told of: messages too, which are in no list of alerts. */
export const PUSH_TYPES = [["message", "Messages"], ...TYPES] as const;
