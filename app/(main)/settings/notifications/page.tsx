import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { DeviceRows } from "@/app/(main)/settings/notifications/device-rows";
import { PolicyRow } from "@/app/(main)/settings/notifications/policy-row";
import { QuietRows } from "@/app/(main)/settings/notifications/quiet-rows";
import { SwitchRow } from "@/app/(main)/settings/notifications/switch-row";
import { TYPES } from "@/app/_features/push/types";
import { BackBar } from "@/app/_ui/top-bar";
import { push as pushWords } from "@/app/_words/push";
import { settings as words } from "@/app/_words/settings";
import { getViewer } from "@/lib/auth/session";
import { readAlertTypes } from "@/lib/notifications/reads";
import { readPolicy } from "@/lib/notifications/requests";
import { paths } from "@/lib/paths";
import { pushKey, readPushSettings } from "@/lib/push/reads";

export const metadata: Metadata = { title: words.pageTitle(words.alerts.title) };

const STRANGERS = ["for_not_following", "for_not_followers", "for_new_accounts"] as const;

/** The settings of alerts: their types and their senders. */
export default async function AlertSettings() {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.notificationSettings));
  const [switches, policy, push] = await Promise.all([
    readAlertTypes(viewer.id),
    readPolicy(viewer.id),
    readPushSettings(viewer.id),
  ]);
  const key = pushKey();
  return (
    <>
      <BackBar title={words.alerts.title} detail={words.alerts.detail} />
      <div className="grid grid-cols-1 gap-4.5 bg-paper p-4 pb-8 tablet:min-h-[calc(100dvh-var(--bar-top))]">
        {key && (
          <Section title={words.alerts.closed}>
            <DeviceRows vapidKey={key} personId={viewer.id} />
          </Section>
        )}
        {key && (
          <Section title={words.alerts.when}>
            <QuietRows initially={push} />
          </Section>
        )}
        <Section title={words.alerts.what}>
          {TYPES.map((type) => (
            <SwitchRow key={type} type={type} {...pushWords.types[type]} initially={switches[type]} />
          ))}
        </Section>
        <Section title={words.alerts.strangers}>
          {STRANGERS.map((of) => (
            <PolicyRow key={of} of={of} {...words.alerts.policies[of]} initially={policy[of]} />
          ))}
        </Section>
        <p className="px-1 text-meta text-ink-3">{words.alerts.foot}</p>
      </div>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mx-1 mb-1.5 text-small leading-5 font-bold text-ink-2">{title}</h2>
      <ul className="overflow-hidden rounded-card border border-line bg-surface">{children}</ul>
    </section>
  );
}
