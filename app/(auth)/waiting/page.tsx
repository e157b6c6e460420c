import type { Metadata } from "next";
import Link from "next/link";
import { AuthBar } from "@/app/(auth)/auth-bar";
import { RecoveryCard } from "@/app/(auth)/forgot-password/recovery-card";
import { Pitch } from "@/app/(auth)/pitch";
import { LogoRings } from "@/app/_ui/logo-rings";
import { buttonClass } from "@/app/_ui/button";
import { joining } from "@/app/_words/joining";
import { canSendMail } from "@/lib/mail/writes";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: joining.waitingTitle, robots: { index: false } };
// The settings of this town are known when it runs, not when it is built.
export const dynamic = "force-dynamic";

/** Somebody asked to join, and the people who run the town have not answered yet. */
export default function Waiting() {
  return (
    <>
      <AuthBar other="sign-in" next={paths.home} />
      <div className="hidden desk:block">
        <Pitch />
      </div>
      <div className="hidden desk:block">
        <LogoRings />
      </div>
      <RecoveryCard title={joining.waitingTitle}>
        <p className="text-ink-2">{joining.waiting}</p>
        <p className="text-ink-2">{canSendMail() ? joining.waitingMail : joining.waitingNoMail}</p>
        <Link href={paths.town} className={buttonClass({})}>
          {joining.readTown}
        </Link>
        <Link href={paths.about} className={buttonClass({ look: "soft" })}>
          {joining.aboutTitle}
        </Link>
      </RecoveryCard>
    </>
  );
}
