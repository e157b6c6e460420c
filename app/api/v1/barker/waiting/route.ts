import { isStaff } from "@/lib/auth/rights";
import { ApiError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { countWaiting, Waiting } from "@/lib/staff/waiting";

export const GET = route(
  {
    summary: "How much waits for the viewer in the town hall; nothing while they need a second factor first",
    auth: "session",
    answers: Waiting,
  },
  ({ viewer }) => {
    if (!isStaff(viewer)) throw new ApiError("forbidden");
    return countWaiting(viewer);
  },
);
