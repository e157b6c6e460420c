import { circles } from "@/app/_words/circles";
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
  const named = (names.length === count && count <= 3 ? names : names.slice(0, 2)).map(isolated);
  const sentences = degree === 2 ? circles.followedBy : circles.through;
  const others = count - named.length;
  if (named.length === 0) return sentences.unnamed(others, sampled);
  return sentences.named(others > 0 ? circles.andOthers(named, others, sampled) : circles.all(named));
}
