import { plural } from "@/app/_words/plural";

const NUMBERS = ["No one", "Somebody", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

/** Following people, and suggestions of whom to follow. */
export const people = {
  follow: "Follow",
  following: "Following",
  requested: "Requested",
  blocked: "Blocked",
  unfollowed: (name: string) => `Unfollowed ${name}`,
  requestWithdrawn: (name: string) => `You no longer ask to follow ${name}`,
  unblocked: (name: string) => `Unblocked ${name}`,
  toStartWith: (count: number) => `${NUMBERS[count] ?? count} to start with`,
  followThese: (count: number) => plural(count, { one: "Follow them", other: "Follow these #" }),
  followThree: "Follow three people, and Home fills with what they bark.",
  invited: "You came from their page",
  barksAbout: (topic: string) => `Barks about ${topic}`,
  likedMost: "Liked most in town",
  showsPictures: "Posts pictures",
  answers: "Answers people",
  followers: (count: number, shown: string) => (count === 1 ? "1 follower" : `${shown} followers`),
} as const;

/** The pictures of a profile. */
export const pictures = {
  choose: { avatar: "Choose a picture", header: "Choose a header picture" },
  remove: { avatar: "Take the picture away", header: "Take the header picture away" },
  removed: { avatar: "Your picture was taken away", header: "Your header picture was taken away" },
} as const;
