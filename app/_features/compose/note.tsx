import { compose as words } from "@/app/_words/compose";
import type { Composing } from "@/app/_features/compose/use-composer";

/** The field for a content note, which readers see before they open the bark. */
export function ContentNoteField({ composing: { writing, change } }: { composing: Composing }) {
  if (!writing || writing.spoiler === null) return null;
  return (
    <input
      dir="auto"
      value={writing.spoiler}
      maxLength={500}
      placeholder={words.notePlaceholder}
      aria-label={words.note}
      onChange={(event) => change({ spoiler: event.target.value })}
      className="mb-1 min-h-11 w-full rounded-field border-thick border-edge bg-surface px-3 text-body text-ink placeholder:text-ink-3"
    />
  );
}
