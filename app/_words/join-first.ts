import { polls } from "@/app/_words/polls";

const AT_ONCE = "It is done as soon as you are in.";

/** What a signed-out visitor is told who pressed something. */
export const joinFirst = {
  join: "Join",
  joinTown: (town: string) => `Join ${town}`,
  signIn: "Sign in",
  acts: {
    like: { title: (name: string) => `Join to like ${name}’s bark`, waits: `Your like is waiting. ${AT_ONCE}` },
    rebark: { title: (name: string) => `Join to rebark ${name}`, waits: `Your rebark is waiting. ${AT_ONCE}` },
    bookmark: {
      title: (name: string) => `Join to bookmark ${name}’s bark`,
      waits: `Your bookmark is waiting. ${AT_ONCE}`,
    },
    react: {
      title: (name: string) => `Join to react to ${name}’s bark`,
      waits: `Your reaction is waiting. ${AT_ONCE}`,
    },
    choose: { title: (name: string) => `Join to react to ${name}’s bark`, waits: "It takes a minute." },
    vote: { title: polls.joinTitle, waits: polls.joinWaits },
    reply: { title: (name: string) => `Join to reply to ${name}`, waits: "It takes a minute, then you can write." },
    pack: { title: (name: string) => `Join to follow ${name}`, waits: `Your follows are waiting. ${AT_ONCE}` },
    follow: { title: (name: string) => `Join to follow ${name}`, waits: `Your follow is waiting. ${AT_ONCE}` },
  },
};
