import { plural } from "@/app/_words/plural";

const list = new Intl.ListFormat("en-GB");

/** The sentences of Circles. */
export const circles = {
  whichCircle: "Which circle",
  sampled:
    "Some people between you follow so many others that not all of them were looked at. There may be more people here, and more ways to them.",
  circle: (degree: number) => `Circle ${degree}`,
  hideNamed: (name: string) => `Do not show ${name} here`,
  hide: "Do not show here",
  nobodyAt: (degree: number) => `Nobody is exactly ${degree} follows away from you.`,
  followed: (name: string) => `${name}, whom you follow`,
  personOfCircle: (name: string, degree: number, because: string) => `${name}, circle ${degree}. ${because}`,
  picture: "You at the foot of rings: lines lead from you through people you follow to people you do not know yet.",
  hidden: (name: string) => `${name} is no longer shown here`,
  title: "Circles",
  asPicture: "As a picture",
  asList: "As a list",
  circlesBeginWithYou: "Circles begin with you",
  whatCirclesShow: "Follow a few people, and here you see whom they know, and whom those know.",
  findPeopleToFollow: "Find people to follow",
  people: (count: number, short: string) => plural(count, { one: `${short} person`, other: `${short} people` }),
  atLeastPeople: (count: number, short: string) => plural(count, { other: `at least ${short} people` }),
  followedBy: {
    named: (people: string) => `Followed by ${people}`,
    unnamed: (count: number, isSampled: boolean) =>
      isSampled
        ? plural(count, {
            one: "Followed by at least # person you follow",
            other: "Followed by at least # people you follow",
          })
        : plural(count, { one: "Followed by # person you follow", other: "Followed by # people you follow" }),
  },
  through: {
    named: (people: string) => `Through ${people}`,
    unnamed: (count: number, isSampled: boolean) =>
      isSampled
        ? plural(count, {
            one: "Through at least # person between you",
            other: "Through at least # people between you",
          })
        : plural(count, { one: "Through # person between you", other: "Through # people between you" }),
  },
  andOthers: (names: string[], others: number, isSampled: boolean) =>
    isSampled
      ? plural(others, {
          one: `${names.join(", ")} and at least # other`,
          other: `${names.join(", ")} and at least # others`,
        })
      : plural(others, { one: `${names.join(", ")} and # other`, other: `${names.join(", ")} and # others` }),
  all: (names: string[]) => list.format(names),
};
