import { z } from "zod";
import { announcementsFor } from "@/lib/announcements/reads";
import { Announcement } from "@/lib/announcements/schema";
import { route } from "@/lib/http/route";
import { Flag } from "@/lib/text/fields";

export const GET = route(
  {
    summary: "What the people who run the town announce now",
    auth: "user",
    scope: "read",
    query: z.object({ with_dismissed: Flag.default(false) }),
    answers: z.array(Announcement),
  },
  ({ viewer, query }) => announcementsFor(viewer.id, query.with_dismissed),
);
