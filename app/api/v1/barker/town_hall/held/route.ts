import { z } from "zod";
import { heldBarks } from "@/lib/barks/held/reads";
import { HeldBark, HeldQuery } from "@/lib/barks/held/schema";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "Barks that wait for the people who run the town, because of a word in them, oldest first",
    auth: "session",
    right: "reports",
    query: HeldQuery,
    answers: z.array(HeldBark),
  },
  ({ query }) => heldBarks(query.after),
);
