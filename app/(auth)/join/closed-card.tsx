import Link from "next/link";
import { RecoveryCard } from "@/app/(auth)/forgot-password/recovery-card";
import { joining as words } from "@/app/_words/joining";
import { buttonClass } from "@/app/_ui/button";
import { paths } from "@/lib/paths";

/** Says why nobody can join here by themselves, or with this invitation. */
export function ClosedCard({ title, sentence, next }: { title: string; sentence: string; next: string }) {
  return (
    <RecoveryCard title={title}>
      <p className="wrap-anywhere whitespace-pre-line text-ink-2">{sentence}</p>
      <Link href={paths.signIn(next)} className={buttonClass({})}>
        {words.signIn}
      </Link>
      <Link href={paths.about} className={buttonClass({ look: "soft" })}>
        {words.aboutTitle}
      </Link>
    </RecoveryCard>
  );
}
