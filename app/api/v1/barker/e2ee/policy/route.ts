import { route } from "@/lib/http/route";
import { logPolicy } from "@/lib/keylog/log/policy";
import { LogPolicy } from "@/lib/transparency/schema";

// A client keeps the first answer: later ones, with other keys, are what a server would say that lies.
export const GET = route(
  {
    summary:
      "The name and the keys of the key log, its witnesses, and how many of them must have cosigned a checkpoint; a " +
      "client keeps what it was told first",
    auth: "none",
    answers: LogPolicy,
  },
  () => Promise.resolve(logPolicy()),
);
