import { z } from "zod";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { listsOf } from "@/lib/lists/reads";
import { List } from "@/lib/lists/schema";

export const GET = route(
  {
    summary: "The viewer's lists that a person is on",
    auth: "user",
    scope: "read:lists",
    params: IdParam,
    answers: z.array(List),
  },
  ({ viewer, params }) => listsOf(viewer.id, params.id),
);
