import { NewAnnouncement, TownAnnouncement } from "@/lib/announcements/schema";
import { announce } from "@/lib/announcements/writes";
import { route } from "@/lib/http/route";
import { actorOf } from "@/lib/staff/rules";

export const POST = route(
  {
    summary: "Announce something to everybody",
    auth: "session",
    right: "settings",
    body: NewAnnouncement,
    answers: TownAnnouncement,
    limit: "write",
  },
  ({ viewer, body }) => announce(actorOf(viewer), body),
);
