import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { listsOf } from "@/lib/lists/reads";
import { List, LIST_LIMIT, NewList } from "@/lib/lists/schema";
import { createList } from "@/lib/lists/writes";

export const GET = route(
  { summary: "The viewer's lists of people", auth: "user", scope: "read:lists", answers: z.array(List) },
  ({ viewer }) => listsOf(viewer.id),
);

export const POST = route(
  {
    summary: "Create a list of people",
    auth: "user",
    scope: "write:lists",
    body: NewList,
    answers: List,
    limit: "write",
  },
  async ({ viewer, body }) => {
    const list = await createList(viewer.id, body);
    if (!list) throw new ApiError("invalid", { message: `You can have ${LIST_LIMIT} lists.` });
    return list;
  },
);
