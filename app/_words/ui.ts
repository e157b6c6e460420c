import { plural } from "@/app/_words/plural";
import { shared } from "@/app/_words/shared";

/** What the general parts of the screens say by themselves. */
export const ui = {
  back: "Back",
  close: "Close",
  undo: "Undo",
  timelines: "Timelines",
  timelineTitles: { home: "Home", town: "Town", lists: shared.listsAndTopics },
  following: "Following",
  lists: "Lists",
  fresh: {
    barks: (count: number) => plural(count, { one: "# new bark", other: "# new barks" }),
    replies: (count: number) => plural(count, { one: "# new reply", other: "# new replies" }),
    alerts: (count: number) => plural(count, { one: "# new alert", other: "# new alerts" }),
  },
  rings: "People of the town, in rings around a bark",
};
