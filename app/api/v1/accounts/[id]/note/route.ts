import { z } from "zod";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { Relationship } from "@/lib/people/schema";
import { setNote } from "@/lib/people/writes";

const Note = z.object({ comment: z.string().max(2_000).default("") });

export const POST = route(
  {
    summary: "Set a private note about a person",
    auth: "user",
    scope: "write:accounts",
    params: IdParam,
    body: Note,
    answers: Relationship,
    limit: "write",
  },
  ({ viewer, params, body }) => setNote(viewer.id, params.id, body.comment),
);
