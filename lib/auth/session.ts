import "server-only";
import { cache } from "react";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { demoOpenTo } from "@/lib/auth/demo";
import { identityOfCookie } from "@/lib/auth/reads";
import { givenRights, isStaff, type Right } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/schema";
import { paths } from "@/lib/paths";

export type { Viewer };

const identify = cache(async () => identityOfCookie((await headers()).get("cookie")));

/** The viewer of a page: the signed-in person, or null. Resolved once per request. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const identity = await identify();
  return identity && identity.by !== "app" ? identity.viewer : null;
});

/**
 * The viewer of a page of the town hall, who must have a right, or with null be staff at all. Only staff learn that the
 * page exists: without the right, or while they need a second factor first, they are sent to the page that says so.
 */
export async function staffViewer(right: Right | null): Promise<Viewer> {
  const viewer = await getViewer();
  if (!viewer || !isStaff(viewer)) notFound();
  if (viewer.needsTwoFactor) redirect(paths.townTwoFactor);
  if (right !== null && !givenRights(viewer).includes(right)) redirect(paths.townNotYours);
  return viewer;
}

/** The id of the web session of a page, or "". */
export async function currentCredential(): Promise<string> {
  const identity = await identify();
  return identity && identity.by !== "app" ? identity.credential : "";
}

/** Whether the viewer of a page may sign in as the demo's visitor. */
export async function demoAvailable(): Promise<boolean> {
  return demoOpenTo(await headers());
}
