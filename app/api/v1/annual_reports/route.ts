import { z } from "zod";
import { route } from "@/lib/http/route";

const empty = z.array(z.never());

export const GET = route(
  {
    summary: "The viewer's annual reports; always empty",
    auth: "user",
    scope: "read:accounts",
    answers: z.object({ annual_reports: empty, accounts: empty, statuses: empty }),
  },
  async () => ({ annual_reports: [], accounts: [], statuses: [] }),
);
