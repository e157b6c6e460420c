import type { Metadata } from "next";
import Link from "next/link";
import { Card, SettingsPage } from "@/app/(main)/settings/parts";
import { buttonClass } from "@/app/_ui/button";
import { townHall as words } from "@/app/_words/town-hall";
import { staffViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: words.pageTitle(words.notYours) };

/** For staff who open a page of the town hall that their role does not include. */
export default async function NotYours() {
  await staffViewer(null);
  return (
    <SettingsPage title={words.title}>
      <Card title={words.notYours}>
        <p className="-mt-2 text-label text-ink-2">{words.notYoursSentence}</p>
        <Link href={paths.townHall} className={buttonClass({}, "justify-self-start")}>
          {words.backToHall}
        </Link>
      </Card>
    </SettingsPage>
  );
}
