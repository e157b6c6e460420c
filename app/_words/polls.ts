import { plural } from "@/app/_words/plural";

const DURATIONS = {
  minutes: (count: number) => plural(count, { one: "# minute", other: "# minutes" }),
  hours: (count: number) => plural(count, { one: "# hour", other: "# hours" }),
  days: (count: number) => plural(count, { one: "# day", other: "# days" }),
};

/** The sentences of polls: on barks, in the composer, in alerts. */
export const polls = {
  poll: "Poll",
  several: "You can choose several options.",
  vote: "Vote",
  voting: "Your vote",
  showResult: "Show result",
  backToVote: "Back to voting",
  share: (percent: number) => `${percent}%`,
  own: "your vote",
  votes: (count: number) => plural(count, { one: "# vote", other: "# votes" }),
  voters: (count: number) => plural(count, { one: "# person", other: "# people" }),
  hidden: "Result shown when it ends",
  ended: "Ended",
  left: (unit: keyof typeof DURATIONS, count: number) => `${DURATIONS[unit](count)} left`,
  leftMoments: "Less than a minute left",
  duration: (unit: keyof typeof DURATIONS, count: number) => DURATIONS[unit](count),

  ownEnded: "Your poll has ended",
  votedEnded: "A poll you voted in has ended",

  joinTitle: (name: string) => `Join to vote in ${name}’s poll`,
  joinWaits: "Your vote is waiting.",

  add: "Poll",
  remove: "Remove poll",
  optionLabel: (number: number) => `Option ${number}`,
  optionTooLong: (limit: number) => `At most ${limit} characters.`,
  optionsDiffer: "Each option must be different.",
  notBoth: "A bark can have pictures or a poll, not both.",
  /** Why a poll cannot be sent. */
  faults: {
    number: (least: number, most: number) => `A poll has ${least} to ${most} options.`,
    empty: "Fill in all options, or remove the empty ones.",
    long: (limit: number) => `An option has more than ${limit} characters.`,
    twice: "Two options are the same.",
    question: "Write your question above the poll.",
  },
  addOption: "Add option",
  removeOption: (number: number) => `Remove option ${number}`,
  length: "Runs for",
  multiple: "Several choices",
  hideTotals: "Hide the result until the end",
};
