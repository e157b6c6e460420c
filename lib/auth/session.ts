import "server-only";
import { cache } from "react";
import { headers } from "next/headers";
import { demoOpenTo } from "@/lib/auth/demo";
import { identityOfCookie } from "@/lib/auth/reads";
import type { Viewer } from "@/lib/auth/schema";

export type { Viewer };

const identify = cache(async () => identityOfCookie((await headers()).get("cookie")));

/** Who looks at a page: the signed-in person, or null for a stranger. Asked once a request. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const identity = await identify();
  return identity && identity.by !== "app" ? identity.viewer : null;
});

/** The id of the session that a page is looked at in, or "". */
export async function currentCredential(): Promise<string> {
  const identity = await identify();
  return identity && identity.by !== "app" ? identity.credential : "";
}

/** Whether whoever looks at a page may look around as the demo's visitor. */
export async function demoAvailable(): Promise<boolean> {
  return demoOpenTo(await headers());
}
