import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";
import { townHall as words } from "@/app/_words/town-hall";
import type { Status } from "@/lib/barks/schema";
import type { ReportRow } from "@/lib/reports/schema";

/** One part of a page of the town hall, under a heading. */
export function HallPart({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className="grid grid-cols-1 gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 className="text-small leading-5 font-bold text-ink-2">{title}</h2>
        {note && <span className="text-meta text-ink-3">{note}</span>}
      </div>
      {children}
    </section>
  );
}

/** A short word in a pill: what a report says is wrong, or what is in force against somebody. */
export function Chip({ loud = false, children }: { loud?: boolean; children: ReactNode }) {
  return (
    <span
      className={cx(
        "rounded-pill px-2.5 py-0.5 text-meta font-bold",
        loud ? "bg-danger-soft text-danger" : "bg-sunken text-ink-2",
      )}
    >
      {children}
    </span>
  );
}

/** What a report says is wrong; where it names rules, that it is about these. */
export function CategoryChip({ report: { category, ruleIds } }: { report: Pick<ReportRow, "category" | "ruleIds"> }) {
  const isAboutRules = category === "violation" && ruleIds.length > 0;
  return (
    <Chip loud={category === "violation" || category === "legal"}>{words.short[isAboutRules ? "rule" : category]}</Chip>
  );
}

/** The link to the next page of a list; nothing at its end. */
export function Older({ href }: { href: string | null }) {
  return (
    href !== null && (
      <Link href={href} className={buttonClass({ look: "soft" }, "m-4")}>
        {words.more}
      </Link>
    )
  );
}

/** A bark that another one answers or quotes. */
export function OtherBark({ label, bark: { account, text } }: { label: string; bark: Status }) {
  return (
    <div>
      <p className="text-meta text-ink-3">{label}</p>
      <BarkWords text={`${account.display_name}: ${text ?? ""}`} className="text-ink-2" />
    </div>
  );
}

/** The words of a bark, or that it has none. */
export function BarkWords({ text, className }: { text: string | null; className?: string }) {
  return (
    <p dir="auto" className={cx("text-label break-words whitespace-pre-line", className)}>
      {text || words.picturesOnly}
    </p>
  );
}
