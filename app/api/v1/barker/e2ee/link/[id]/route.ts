import { z } from "zod";
import { route } from "@/lib/http/route";
import { LinkBody, LinkParam, putLink, takeLink } from "@/lib/messages/link/cache";

export const GET = route(
  {
    summary: "Take what one's other device has left for this one; 404 while there is nothing",
    auth: "user",
    scope: "messages",
    params: LinkParam,
    answers: LinkBody,
    limit: "link",
  },
  async ({ viewer, params }) => ({ body: await takeLink(viewer.id, params.id) }),
);

export const PUT = route(
  {
    summary: "Leave something encrypted for one's other device, for five minutes",
    auth: "user",
    scope: "messages",
    params: LinkParam,
    body: LinkBody,
    answers: z.object({}),
    limit: "link",
  },
  async ({ viewer, params, body }) => {
    await putLink(viewer.id, params.id, body.body);
    return {};
  },
);
