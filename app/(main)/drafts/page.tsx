import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Drafts } from "@/app/(main)/drafts/drafts";
import { BackBar } from "@/app/_ui/top-bar";
import { compose as words } from "@/app/_words/compose";
import { getViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: words.drafts };

/** Unsent drafts of all devices. */
export default async function DraftsPage() {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.drafts));
  return (
    <>
      <BackBar title={words.drafts} detail={`@${viewer.handle}`} />
      <Drafts personId={viewer.id} />
    </>
  );
}
