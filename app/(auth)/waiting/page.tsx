import type { Metadata } from "next";
import Link from "next/link";
import { CardPage } from "@/app/(auth)/card-page";
import { RecoveryCard } from "@/app/(auth)/forgot-password/recovery-card";
import { joinTown } from "@/app/(auth)/join/town";
import { buttonClass } from "@/app/_ui/button";
import { joining } from "@/app/_words/joining";
import { canSendMail } from "@/lib/mail/writes";
import { paths } from "@/lib/paths";
import { townSettings } from "@/lib/settings/reads";

export const metadata: Metadata = { title: joining.joinShort, robots: { index: false } };
// The settings of this town are known when it runs, not when it is built.
export const dynamic = "force-dynamic";

/** Somebody is not in yet: the people who run the town have not answered, or the address is not confirmed. */
export default async function Waiting() {
  const { byRequest, confirmsFirst } = joinTown(await townSettings());
  const onlyConfirms = confirmsFirst && !byRequest;
  return (
    <CardPage other="sign-in" next={paths.home}>
      <RecoveryCard title={onlyConfirms ? joining.confirmTitle : joining.waitingTitle}>
        {onlyConfirms ? (
          <>
            <p className="text-ink-2">{joining.confirmFirst}</p>
            <p className="text-ink-2">{joining.confirmLate}</p>
          </>
        ) : (
          <>
            <p className="text-ink-2">{joining.waiting}</p>
            <p className="text-ink-2">{canSendMail() ? joining.waitingMail : joining.waitingNoMail}</p>
          </>
        )}
        {confirmsFirst && byRequest && <p className="text-ink-2">{joining.confirmToo}</p>}
        <Link href={paths.town} className={buttonClass({})}>
          {joining.readTown}
        </Link>
        <Link href={paths.about} className={buttonClass({ look: "soft" })}>
          {joining.aboutTitle}
        </Link>
      </RecoveryCard>
    </CardPage>
  );
}
