import { Avatar } from "@/app/_ui/avatar";
import { cx } from "@/app/_ui/cx";
import type { Contact, ConversationSummary } from "@/lib/messenger/schema";

interface FacesProps {
  of: Pick<ConversationSummary, "kind" | "members">;
  /** Smaller, for the bar above a conversation. */
  small?: boolean;
  /** The colour of the edge between two faces. */
  edge?: string;
}

/** The picture of a conversation: the other person's, or two members' that overlap. */
export function Faces({ of: { kind, members }, small = false, edge = "ring-surface" }: FacesProps) {
  const [first, second] = members;
  if (kind === "direct" || !second) return first ? <Avatar src={first.avatar} size={small ? 36 : 44} /> : <Nobody />;
  return (
    <span className={cx("relative flex-none", small ? "size-9" : "size-11")} aria-hidden="true">
      <Face of={first} small={small} className="absolute start-0 top-0" />
      <Face of={second} small={small} className={cx("absolute end-0 bottom-0 ring-2", edge)} />
    </span>
  );
}

function Face({ of, small, className }: { of: Contact | undefined; small: boolean; className: string }) {
  return of ? <Avatar src={of.avatar} size={small ? 24 : 28} className={className} /> : null;
}

function Nobody() {
  return <span className="size-11 flex-none rounded-avatar bg-sunken" aria-hidden="true" />;
}
