import { plural } from "@/app/_words/plural";

/** Sentences that several files of this folder use. */
export const shared = {
  describePicture: "Describe your picture",
  linkDevice: "Link a device",
  listsAndTopics: "Lists and topics",
  lookAround: "Look around the town",
  nameOrHandle: "A name or a handle",
  newInTown: "New in town",
  noLikes: "No likes yet",
  noPasskeyUsed: "No passkey was used.",
  nobodySeesYou: "Nobody can see you any more.",
  nothingYet: "Nothing here yet",
  popular: "Popular this hour",
  usePasskey: "Use a passkey",
  whatIsWrong: "What is wrong?",
  withPictures: (count: number) => plural(count, { one: "With a picture", other: "With # pictures" }),
};
