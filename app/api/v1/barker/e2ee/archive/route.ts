import { z } from "zod";
import { route } from "@/lib/http/route";
import { readArchive } from "@/lib/messages/archive/reads";
import { ArchiveChange, MessageArchive } from "@/lib/messages/archive/schema";
import { deleteArchive, switchArchive } from "@/lib/messages/archive/writes";

export const GET = route(
  { summary: "One's encrypted archive", auth: "user", scope: "messages", answers: MessageArchive },
  ({ viewer }) => readArchive(viewer.id),
);

export const PUT = route(
  {
    summary: "Switch one's archive on or off; what is in it stays",
    auth: "user",
    scope: "messages",
    body: ArchiveChange,
    answers: MessageArchive,
    limit: "write",
  },
  ({ viewer, body }) => switchArchive(viewer.id, body.enabled),
);

export const DELETE = route(
  { summary: "Delete one's archive", auth: "user", scope: "messages", answers: z.object({}), limit: "write" },
  async ({ viewer }) => {
    await deleteArchive(viewer.id);
    return {};
  },
);
