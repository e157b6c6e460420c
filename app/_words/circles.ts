import { plural } from "./plural";

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
  followFewPeopleAndHere: "Follow a few people, and here you see whom they know, and whom those know.",
  findPeopleToFollow: "Find people to follow",
  people: (count: number, short: string) => plural(count, { one: `${short} person`, other: `${short} people` }),
  atLeastPeople: (count: number, short: string) => plural(count, { other: `at least ${short} people` }),
};
