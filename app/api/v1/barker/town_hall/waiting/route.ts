import { RIGHTS } from "@/lib/auth/rights";
import { route } from "@/lib/http/route";
import { countWaiting, Waiting } from "@/lib/staff/waiting";

export const GET = route(
  { summary: "How much waits for the viewer in the town hall", auth: "session", right: RIGHTS, answers: Waiting },
  ({ viewer }) => countWaiting(viewer),
);
