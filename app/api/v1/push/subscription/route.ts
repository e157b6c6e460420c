import { z } from "zod";
import { credentialOf } from "@/lib/http/authorise";
import { ApiError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { subscriptionOf } from "@/lib/push/reads";
import { SubscriptionChange, SubscriptionInput, WebPushSubscription } from "@/lib/push/schema";
import { changeSubscription, subscribe, unsubscribe } from "@/lib/push/writes";

const push = { auth: "user", scope: "push", answers: WebPushSubscription } as const;

export const GET = route(
  { ...push, summary: "The device that this session or token is told of alerts on" },
  async ({ viewer, identity }) => {
    const found = await subscriptionOf(viewer.id, credentialOf(identity));
    if (!found) throw new ApiError("not_found");
    return found;
  },
);

export const POST = route(
  { ...push, summary: "Tell a device of alerts, by its push service", body: SubscriptionInput, limit: "write" },
  ({ viewer, identity, body }) =>
    subscribe({ personId: viewer.id, credential: credentialOf(identity), own: identity?.by === "cookie" }, body),
);

export const PUT = route(
  { ...push, summary: "Change what a device is told of", body: SubscriptionChange, limit: "write" },
  ({ viewer, identity, body }) => changeSubscription(viewer.id, credentialOf(identity), body),
);

export const DELETE = route(
  { ...push, summary: "Tell the device no more", answers: z.object({}), limit: "write" },
  async ({ viewer, identity }) => {
    await unsubscribe(viewer.id, credentialOf(identity));
    return {};
  },
);
