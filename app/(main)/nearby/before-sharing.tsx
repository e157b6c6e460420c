import { nearby } from "@/app/_words/nearby";
import { Grid2x2, Hourglass, ShieldCheck } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "@/app/_ui/button";
import { OptIn } from "@/app/_features/nearby/opt-in";
import { QuestionRadar } from "@/app/_features/nearby/question-radar";
import { paths } from "@/lib/paths";

const PROMISES = [
  {
    icon: Grid2x2,
    title: nearby.roundingTitle,
    words: nearby.roundingDetail,
  },
  {
    icon: ShieldCheck,
    title: nearby.rangesTitle,
    words: nearby.rangesDetail,
  },
  {
    icon: Hourglass,
    title: nearby.storageTitle,
    words: nearby.storageDetail,
  },
];

/** Explains Nearby before the viewer shares a place. */
export function BeforeSharing({ avatar }: { avatar: string }) {
  return (
    <>
      <QuestionRadar avatar={avatar} />
      <section className="mx-auto grid max-w-120 gap-3 px-5 pt-4 pb-6">
        <h2 className="text-display font-black tracking-display">{nearby.seeWhoIsAround}</h2>
        <p className="-mt-1.5 text-ink-2">{nearby.invitation}</p>
        <ul className="grid gap-3">
          {PROMISES.map(({ icon: Icon, title, words }) => (
            <li key={title} className="flex gap-3 text-label leading-5.25 text-ink-2">
              <Icon className="size-5.5 flex-none text-accent-text" aria-hidden="true" />
              <span className="min-w-0">
                <b className="text-ink">{title}</b> {words}
              </span>
            </li>
          ))}
        </ul>
        <OptIn />
        <Link href={paths.discover} className={buttonClass({ look: "ghost" }, "-mt-1")}>
          {nearby.notNow}
        </Link>
      </section>
    </>
  );
}
