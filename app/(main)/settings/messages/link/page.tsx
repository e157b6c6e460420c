import type { Metadata } from "next";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { LinkOtherDevice } from "@/app/_features/messages/link-other";
import { settings as words } from "@/app/_words/settings";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: words.linkDevice };

/** A device that has the keys scans the code of a new one. */
export default async function LinkDevicePage() {
  const viewer = await settingsViewer(paths.linkDevice);
  return <LinkOtherDevice handle={viewer.handle} />;
}
