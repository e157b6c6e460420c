import { createBark } from "@/lib/barks/writes";
import { vote } from "@/lib/polls/writes";
import { DAY } from "@/local/town/clock";
import { somebody, type Community } from "@/local/town/community";

const DAY_SECONDS = 86_400;

const POLLS = [
  {
    text: "The bench by the mill pond gets a new coat of paint on Saturday. Which colour?",
    options: ["Green, as it was", "Blue like the door", "Leave the wood alone"],
    expires_in: DAY_SECONDS,
    multiple: false,
    hide_totals: false,
  },
  {
    text: "I am baking for the market. What should be on the table?",
    options: ["Plum cake", "Cinnamon rolls", "Rye bread", "Cheese straws"],
    expires_in: 3 * DAY_SECONDS,
    multiple: true,
    hide_totals: false,
  },
  {
    text: "How many swifts are nesting under the town hall roof this year? I counted, you guess.",
    options: ["Fewer than ten", "Ten to twenty", "More than twenty"],
    expires_in: DAY_SECONDS / 4,
    multiple: false,
    hide_totals: true,
  },
];

/** Has townspeople ask the town something, once a day, and others vote over time. */
export function pollster(): (town: Community, now: number) => Promise<void> {
  const open: { id: string; by: string; options: number; endsAt: number }[] = [];
  let [asked, next] = [-1, 0];

  async function ask(town: Community, day: number): Promise<void> {
    for (const [n, { text, ...poll }] of POLLS.entries()) {
      const by = somebody(town, { about: null, but: [] });
      // After a restart, it is the same bark.
      const once = { idempotencyKey: `poll ${n} of ${day}`, language: "en" };
      if (!by) continue;
      const made = await createBark(by.id, { text, poll, ...once });
      if (!made.ok) continue;
      const { id, poll: created } = made.status;
      open.push({ id, by: by.id, options: poll.options.length, endsAt: Date.parse(created?.expires_at ?? "") });
    }
  }

  return async (town, now) => {
    if (now < next) return;
    next = now + 4_000 + Math.floor(town.random() * 20_000);
    const day = Math.floor(now / DAY);
    if (day !== asked) {
      asked = day;
      return ask(town, day);
    }
    const running = open.filter(({ endsAt }) => endsAt > now);
    const poll = running[Math.floor(town.random() * running.length)];
    const by = poll && somebody(town, { about: null, but: [poll.by] });
    // Earlier options are a little more popular, so that the bars differ.
    if (by) await vote(by.id, poll.id, [Math.floor(town.random() ** 1.5 * poll.options)], `${day}`);
  };
}
