import Link from "next/link";
import { bark as words } from "@/app/_words/bark";
import { short } from "@/app/_ui/count";
import type { Status } from "@/lib/barks/schema";
import { paths } from "@/lib/paths";

/** The numbers of rebarks, quotes, likes and reactions; each links to the list of people. */
export function Counters({ bark }: { bark: Status }) {
  const { id, account } = bark;
  const reactions = bark.emoji_reactions.reduce((sum, { count }) => sum + count, 0);
  const all = [
    { count: bark.reblogs_count, forms: words.rebarks, href: paths.barkRebarks(account.acct, id) },
    { count: bark.quotes_count, forms: words.quotes, href: paths.barkQuotes(account.acct, id) },
    { count: bark.favourites_count, forms: words.likes, href: paths.barkLikes(account.acct, id) },
    { count: reactions, forms: words.reactions, href: paths.barkReactions(account.acct, id) },
  ].filter(({ count }) => count > 0);
  if (all.length === 0) return <div className="mt-2.5 border-t border-line" />;
  return (
    <p className="mt-2.5 flex flex-wrap gap-x-4 border-y border-line text-small [&:has(+_div:not(:empty))]:border-b-0">
      {all.map(({ count, forms, href }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          className="inline-flex min-h-11 items-center gap-1 text-ink-2 hover:underline"
        >
          <b data-count className="text-ink tabular-nums">
            <span aria-hidden="true">{short(count)}</span>
            <span className="sr-only">{count.toLocaleString("en")}</span>
          </b>{" "}
          {withoutNumber(forms(count))}
        </Link>
      ))}
    </p>
  );
}

/** "22 rebarks" without its number, which stands before it in bold. */
const withoutNumber = (counted: string) => counted.replace(/^[\d.,\s]+/, "");
