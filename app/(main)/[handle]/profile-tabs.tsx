import Link from "next/link";
import { cx } from "@/app/_ui/cx";
import { paths } from "@/lib/paths";

export type Tab = "barks" | "replies" | "pictures" | "likes";

const TABS: { tab: Tab; word: string; href: (handle: string) => string }[] = [
  { tab: "barks", word: "Barks", href: paths.person },
  { tab: "replies", word: "Replies", href: paths.replies },
  { tab: "pictures", word: "Pictures", href: paths.pictures },
  { tab: "likes", word: "Likes", href: paths.likesOf },
];

/** The lists of a profile, each with an address of its own. Likes are there for whom may see them. */
export function ProfileTabs({ handle, here, likes }: { handle: string; here: Tab; likes: boolean }) {
  return (
    <nav aria-label="Lists of this profile" className="flex overflow-x-auto border-b border-line">
      {TABS.filter(({ tab }) => likes || tab !== "likes").map(({ tab, word, href }) => (
        <Link
          key={tab}
          href={href(handle)}
          replace
          scroll={false}
          aria-current={tab === here ? "page" : undefined}
          className={cx(
            "relative grid min-h-[2.875rem] flex-1 place-items-center px-3 text-label",
            tab === here
              ? "font-bold text-ink after:absolute after:bottom-0 after:h-[3px] after:w-10 after:rounded-t-[3px] after:bg-accent after:content-['']"
              : "font-medium text-ink-2",
          )}
        >
          {word}
        </Link>
      ))}
    </nav>
  );
}
