import { redirect } from "next/navigation";
import { getViewer, type Viewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";

/** The viewer of a settings page; signed-out visitors are sent to sign in first and return here. */
export async function settingsViewer(here: string): Promise<Viewer> {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(here));
  return viewer;
}
