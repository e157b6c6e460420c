import { z } from "zod";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { NoteInput } from "@/lib/reports/schema";
import { addNote } from "@/lib/reports/writes";
import { actorOf } from "@/lib/staff/rules";

export const POST = route(
  {
    summary: "Add a note for other staff to a report",
    auth: "session",
    right: "reports",
    params: IdParam,
    body: NoteInput,
    answers: z.object({}),
  },
  async ({ viewer, params, body }) => {
    await addNote(actorOf(viewer), params.id, body.text);
    return {};
  },
);
