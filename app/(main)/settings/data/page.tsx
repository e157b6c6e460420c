import { Download, FileUp } from "lucide-react";
import type { Metadata } from "next";
import { DeleteAccount } from "@/app/(main)/settings/data/delete-account";
import { Card, LinkRow, SettingsPage } from "@/app/(main)/settings/parts";
import { Rows } from "@/app/_ui/rows";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { buttonClass } from "@/app/_ui/button";
import { exports, imports } from "@/app/_words/imports";
import { settings as words } from "@/app/_words/settings";
import { accountFacts } from "@/lib/account/reads";
import { paths } from "@/lib/paths";
import { townSettings } from "@/lib/settings/reads";

export const metadata: Metadata = { title: words.pageTitle(words.data.title) };

/** Data export, import, and deletion of the account. */
export default async function DataSettings() {
  const viewer = await settingsViewer(paths.dataSettings);
  const [{ hasPassword }, { deletion_days: days }] = await Promise.all([accountFacts(viewer.id), townSettings()]);
  return (
    <SettingsPage title={words.data.title}>
      <Card title={words.data.export}>
        <p className="text-label text-ink-2">{words.data.exportAbout}</p>
        <a
          href="/api/v1/barker/account/export"
          download
          className={buttonClass({ look: "outline" }, "justify-self-start")}
        >
          <Download className="size-5" aria-hidden="true" /> {words.data.download}
        </a>
      </Card>
      <Card title={exports.title}>
        <p className="text-label text-ink-2">{exports.about}</p>
        <p className="flex flex-wrap gap-2">
          {exports.files.map(([name, title]) => (
            <a
              key={name}
              href={`/api/v1/barker/exports/${name}.csv`}
              download
              className={buttonClass({ look: "outline" })}
            >
              {title}
            </a>
          ))}
        </p>
      </Card>
      <Rows title={words.data.bring}>
        <LinkRow href={paths.bringSettings} icon={FileUp} title={imports.title} detail={imports.detail} />
      </Rows>
      <Card title={words.data.delete}>
        <p className="text-label text-ink-2">{words.data.deleteAbout(days)}</p>
        {hasPassword ? (
          <DeleteAccount handle={viewer.handle} personId={viewer.id} days={days} />
        ) : (
          <p className="text-label text-ink-2">{words.data.demo}</p>
        )}
      </Card>
    </SettingsPage>
  );
}
