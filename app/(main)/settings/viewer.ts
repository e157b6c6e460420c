import { redirect } from "next/navigation";
import { getViewer, type Viewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";

/** Whose settings these are; a stranger signs in first, and comes back here. */
export async function settingsViewer(here: string): Promise<Viewer> {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(here));
  return viewer;
}
