import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { Card, SettingsPage } from "@/app/(main)/settings/parts";
import { buttonClass } from "@/app/_ui/button";
import { townHall } from "@/app/_words/town-hall";
import { twoFactor as words } from "@/app/_words/two-factor";
import { passkeysOf } from "@/lib/auth/passkeys/reads";
import { isStaff } from "@/lib/auth/rights";
import { getViewer } from "@/lib/auth/session";
import { twoFactorOf } from "@/lib/auth/two-factor/reads";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: townHall.pageTitle(words.title) };

/** For people who run the town and need a second factor before they may use the town hall. */
export default async function SecondFactorFirst() {
  const viewer = await getViewer();
  if (!viewer || !isStaff(viewer)) notFound();
  if (!viewer.needsTwoFactor) redirect(paths.townHall);
  const [{ on_since }, passkeys] = await Promise.all([twoFactorOf(viewer.id), passkeysOf(viewer.id)]);
  return (
    <SettingsPage title={townHall.title}>
      <Card title={words.firstTitle}>
        <p className="text-label text-ink-2">{words.first}</p>
        {on_since !== null ? (
          <p className="text-label">{words.again}</p>
        ) : (
          passkeys.length > 0 && <p className="text-label">{words.passkey}</p>
        )}
        <Link href={paths.passwordSettings} className={buttonClass({}, "justify-self-start")}>
          {words.toSettings}
        </Link>
      </Card>
    </SettingsPage>
  );
}
