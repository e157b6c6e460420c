import { plural } from "@/app/_words/plural";

const andMore = (people: string, topics: string) => [people, topics].filter(Boolean).join(" and ");

/** The three steps after joining. */
export const welcome = {
  title: "Welcome",
  step: (step: number, of: number) => `Step ${step} of ${of}`,
  steps: "Steps",
  back: "Back",
  skip: "Skip",
  next: "Next",
  headings: ["What should we call you?", "Who would you like to hear?", "Say hello"],
  faceLead: "A name and a picture help people to recognise you. You can change both at any time.",
  name: "Name",
  nameHelp: "At most 30 characters. Without a name, people see your handle.",
  saved: "Saved",
  topics: "Topics",
  people: "People",
  leaveOut: "Tap to leave somebody out",
  follow: (count: number) => (count === 0 ? "Go on without" : `Follow these ${count}`),
  chosen: (people: number, topics: number) =>
    `${andMore(
      people === 0 ? "" : plural(people, { one: "# person", other: "# people" }),
      topics === 0 ? "" : plural(topics, { one: "# topic", other: "# topics" }),
    )}. Unfollow at any time.`,
  noneChosen: "You can follow people later, too.",
  nobody: "Nobody is here yet to follow. Say hello, and be the first.",
  helloLead: "New people get answers here. Change the words as you like; nothing is sent before you press Bark.",
  helloLabel: "Your first bark",
  hello: "Hello, I am new here. What should I know about this town?",
  helloAbout: (topic: string) => `Hello, I am new here. Who else likes #${topic}?`,
  bark: "Bark",
  answerTitle: (name: string) => `Answer ${name}`,
  answerLead: "This is what you wanted to answer.",
  answerLabel: "Your answer",
  answerNotLoaded: (why: string) => `The bark that you answer could not be loaded. ${why}`,
  answerGone: "The bark that you wanted to answer was deleted. You can say hello instead.",
  notSent: (why: string) => `It was not sent. ${why}`,
  reply: "Reply",
  toHome: "Go to Home",
  whereYouWere: "Back to the page you came from",
} as const;

/** What was pressed before joining, and is done now. */
export const doneAfterJoining = {
  vote: (name: string) => `You voted in ${name}’s poll`,
  like: (name: string) => `You like ${name}’s bark`,
  rebark: (name: string) => `You rebarked ${name}`,
  bookmark: (name: string) => `${name}’s bark is in your bookmarks`,
  follow: (name: string) => `You follow ${name}`,
  ask: (name: string) => `You asked to follow ${name}`,
  react: (name: string) => `You reacted to ${name}’s bark`,
  pack: (count: number) =>
    plural(count, { one: "You follow # person of this pack", other: "You follow # people of this pack" }),
} as const;
