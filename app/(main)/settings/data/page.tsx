import { Download } from "lucide-react";
import type { Metadata } from "next";
import { DeleteAccount } from "@/app/(main)/settings/data/delete-account";
import { Card, SettingsPage } from "@/app/(main)/settings/parts";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { buttonClass } from "@/app/_ui/button";
import { accountFacts } from "@/lib/account/reads";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Your data · Settings" };

/** Data export and deletion of the account. */
export default async function DataSettings() {
  const viewer = await settingsViewer(paths.dataSettings);
  const { hasPassword } = await accountFacts(viewer.id);
  return (
    <SettingsPage title="Your data">
      <Card title="Take your barks with you">
        <p className="text-label text-ink-2">
          One file with all that is yours: profile, barks and their versions, likes, bookmarks, whom you follow, mute
          and block, drafts, the square you share, and your pictures.
        </p>
        <a
          href="/api/v1/barker/account/export"
          download
          className={buttonClass({ look: "outline" }, "justify-self-start")}
        >
          <Download className="size-5" aria-hidden="true" /> Download
        </a>
      </Card>
      <Card title="Delete your account">
        <p className="text-label text-ink-2">
          You and all of yours are hidden at once. For seven days you can come back by signing in; then everything is
          gone for good, and nobody can bring it back.
        </p>
        {hasPassword ? (
          <DeleteAccount handle={viewer.handle} personId={viewer.id} />
        ) : (
          <p className="text-label text-ink-2">A visitor of the demo stays: there is no password to ask for.</p>
        )}
      </Card>
    </SettingsPage>
  );
}
