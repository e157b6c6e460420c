import { z } from "zod";
import { credentialOf } from "@/lib/http/authorise";
import { route } from "@/lib/http/route";
import { DeviceNaming, DeviceParam } from "@/lib/keylog/schema";
import { nameDevice } from "@/lib/keylog/writes";

export const PUT = route(
  {
    summary: "Name the device that this is; the session or token ends when the key chain no longer lists the device",
    auth: "user",
    scope: "messages",
    params: DeviceParam,
    body: DeviceNaming,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, identity, params, body }) => {
    await nameDevice(viewer.id, params.device_id, body.name, credentialOf(identity));
    return {};
  },
);
