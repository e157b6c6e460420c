import type { Metadata } from "next";
import { Card, SettingsPage } from "@/app/(main)/settings/parts";
import { TestMail } from "@/app/(main)/town-hall/mail/test-mail";
import { Ago } from "@/app/_features/time/time";
import { townSettings as words } from "@/app/_words/town-settings";
import { staffViewer } from "@/lib/auth/session";
import { keptMails, mailFailures, mailServer, mailWay } from "@/lib/mail/reads";
import { FAILED_MAILS } from "@/lib/redis/keys";

export const metadata: Metadata = { title: words.mail };

/** Whether mails can be sent, and which could not; in the demo, the mails that it keeps, which only an owner may read. */
export default async function Mail() {
  const viewer = await staffViewer("settings");
  const way = mailWay();
  const server = way === "server" ? mailServer() : null;
  const [kept, failures] = await Promise.all([
    way === "folder" && viewer.isOwner ? keptMails() : null,
    way === "server" ? mailFailures() : null,
  ]);
  return (
    <SettingsPage title={words.mail}>
      <Card title={words.mail}>
        <p className="-mt-2 text-label wrap-anywhere text-ink-2">
          {way === "server" ? (server ? words.ways.server(server.host) : words.ways.invalid) : words.ways[way]}
        </p>
        {way === "none" ? <p className="text-label text-ink-2">{words.without}</p> : <TestMail />}
      </Card>
      {failures && (
        <Card title={words.failed}>
          <p className="-mt-2 text-label text-ink-2">
            {failures.last.length === 0 ? words.noneFailed : words.failedOfDay(failures.ofDay, FAILED_MAILS)}
          </p>
          <ul className="grid gap-3 empty:hidden">
            {failures.last.map(({ at, kind, fault }, place) => (
              <li key={`${at} ${place}`} className="text-label">
                <b className="block">{words.failedKinds[kind]}</b>
                <span className="block wrap-anywhere text-ink-2">{words.faults[fault]}</span>
                <span className="block text-meta text-ink-3">
                  <Ago at={new Date(at).toISOString()} />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
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
