import type { Metadata } from "next";
import { Reading } from "@/app/(auth)/reading";
import { joining } from "@/app/_words/joining";
import { paths } from "@/lib/paths";
import { townSettings } from "@/lib/settings/reads";

export const metadata: Metadata = { title: joining.rulesTitle, alternates: { canonical: paths.rules } };
// The operators change the rules while Barker runs.
export const dynamic = "force-dynamic";

/** The rules that somebody who joins accepts. */
export default async function Rules() {
  const { rules } = await townSettings();
  return (
    <Reading title={joining.rulesTitle}>
      {rules.length === 0 && <p className="text-ink-2">{joining.noRules}</p>}
      <ol className="grid list-decimal gap-3 ps-6">
        {rules.map(({ id, text, hint }) => (
          <li key={id} className="wrap-anywhere">
            <b>{text}</b> {hint}
          </li>
        ))}
      </ol>
    </Reading>
  );
}
