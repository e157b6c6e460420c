import { isolated } from "@/lib/text/isolate";
import { Avatar } from "@/app/_ui/avatar";
import type { Somebody } from "@/app/_features/circles/somebody";

interface BecauseProps {
  known: Pick<Somebody, "id" | "name" | "avatar">[];
  /** The total number. */
  count: number;
  /** The circle of the person to whom these people lead. */
  degree: number;
  /** The total is a lower bound. */
  sampled?: boolean;
}

/** The people through whom the viewer may know somebody: two faces and a sentence. */
export function Because({ known, count, degree, sampled = false }: BecauseProps) {
  const names = known.map(({ name }) => name);
  return (
    <span className="flex items-center gap-1.5 text-meta text-ink-2">
      {known.length > 0 && (
        <span className="inline-flex flex-none">
          {known.slice(0, 2).map(({ id, avatar }, index) => (
            <Avatar key={id} src={avatar} size={20} className={index > 0 ? "-ms-2 ring-2 ring-surface" : undefined} />
          ))}
        </span>
      )}
      <span className="min-w-0 wrap-anywhere">{because(names, count, degree, sampled)}</span>
    </span>
  );
}

/** "Followed by Otter, Fern and 3 others", "Through Juniper". */
export function because(names: string[], count: number, degree: number, sampled = false): string {
  const opening = degree === 2 ? "Followed by" : "Through";
  const named = (names.length === count && count <= 3 ? names : names.slice(0, 2)).map(isolated);
  const others = count - named.length;
  const least = sampled ? "at least " : "";
  if (named.length === 0) {
    const whom = degree === 2 ? "you follow" : "between you";
    return `${opening} ${least}${others} ${others === 1 ? "person" : "people"} ${whom}`;
  }
  if (others > 0) return `${opening} ${named.join(", ")} and ${least}${others} ${others === 1 ? "other" : "others"}`;
  return `${opening} ${[named.slice(0, -1).join(", "), named.at(-1)].filter(Boolean).join(" and ")}`;
}
