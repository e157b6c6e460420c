import Link from "next/link";
import { cx } from "@/app/_ui/cx";
import { paths } from "@/lib/paths";

interface WhoProps {
  name: string;
  handle: string;
  /** The name links to the person. */
  linked?: boolean;
  className?: string;
}

/**
 * A name and its handle in one line: at least six letters of the handle, or none where the name leaves no room for
 * them.
 */
export function Who({ name, handle, linked = false, className }: WhoProps) {
  const looks = "who-name truncate font-bold";
  return (
    <span className={cx("who min-w-0", className)}>
      {linked ? (
        <Link
          dir="auto"
          href={paths.person(handle)}
          prefetch={false}
          className={cx(looks, "relative z-1 hover:underline")}
        >
          {name}
        </Link>
      ) : (
        // A right-to-left name is truncated at its left, where it ends.
        <b dir="auto" className={looks}>
          {name}
        </b>
      )}
      <span dir="ltr" className="who-handle truncate text-small font-normal text-ink-3">
        @{handle}
      </span>
    </span>
  );
}
