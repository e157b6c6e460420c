import type { Metadata } from "next";
import { Reading } from "@/app/(auth)/reading";
import { joining } from "@/app/_words/joining";
import { TOWN_RULES } from "@/lib/instance/rules";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: joining.rulesTitle, alternates: { canonical: paths.rules } };

/** The rules that somebody who joins accepts. */
export default function Rules() {
  return (
    <Reading title={joining.rulesTitle}>
      <p className="text-ink-2">{joining.rulesInShort}</p>
      <ol className="grid list-decimal gap-3 ps-6">
        {TOWN_RULES.map(({ name, text }) => (
          <li key={name}>
            <b>{name}</b> {text}
          </li>
        ))}
      </ol>
    </Reading>
  );
}
