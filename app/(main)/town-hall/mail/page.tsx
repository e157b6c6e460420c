import type { Metadata } from "next";
import { Card, SettingsPage } from "@/app/(main)/settings/parts";
import { TestMail } from "@/app/(main)/town-hall/mail/test-mail";
import { Ago } from "@/app/_features/time/time";
import { townSettings as words } from "@/app/_words/town-settings";
import { staffViewer } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { keptMails, mailWay } from "@/lib/mail/reads";

export const metadata: Metadata = { title: words.mail };

/** Whether mails can be sent; in the demo, the mails that it keeps, which only an owner may read. */
export default async function Mail() {
  const viewer = await staffViewer("settings");
  const way = mailWay();
  const kept = way === "folder" && viewer.isOwner ? await keptMails() : null;
  return (
    <SettingsPage title={words.mail}>
      <Card title={words.mail}>
        <p className="-mt-2 text-label wrap-anywhere text-ink-2">
          {way === "server" ? words.ways.server(new URL(env().BARKER_SMTP_URL).host) : words.ways[way]}
        </p>
        {way === "none" ? <p className="text-label text-ink-2">{words.without}</p> : <TestMail />}
      </Card>
      {kept && (
        <section>
          <h2 className="mx-1 mb-1.5 text-small leading-5 font-bold text-ink-2">{words.kept}</h2>
          {kept.length === 0 && <p className="mx-1 text-label text-ink-2">{words.noKept}</p>}
          <ul className="overflow-hidden rounded-card border border-line bg-surface empty:hidden">
            {kept.map(({ at, to, subject, text }) => (
              <li key={`${at} ${to} ${subject}`} className="border-line p-4 not-first:border-t">
                <b className="block text-label wrap-anywhere">{subject}</b>
                <span className="block text-meta wrap-anywhere text-ink-3">
                  {words.to(to)} · <Ago at={new Date(at).toISOString()} />
                </span>
                <p className="mt-2 text-label wrap-anywhere whitespace-pre-line">{text}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </SettingsPage>
  );
}
