import Link from "next/link";
import { cx } from "@/app/_ui/cx";
import { paths } from "@/lib/paths";

const TABS = {
  discover: { label: "Discover", href: paths.discover, everybody: true },
  nearby: { label: "Nearby", href: paths.nearby, everybody: false },
  circles: { label: "Circles", href: paths.circles, everybody: false },
  popular: { label: "Popular", href: paths.popular, everybody: true },
} as const;

/** The ways to find people and barks. Strangers have those that need no account. */
export function DiscoverTabs({ here, signedIn = true }: { here: keyof typeof TABS; signedIn?: boolean }) {
  return (
    <nav aria-label="Ways to discover" className="flex overflow-x-auto">
      {Object.entries(TABS)
        .filter(([, { everybody }]) => signedIn || everybody)
        .map(([tab, { label, href }]) => (
          <Link
            key={tab}
            href={href}
            aria-current={tab === here ? "page" : undefined}
            className={cx(
              "relative grid min-h-[2.875rem] flex-1 place-items-center px-3 text-label",
              tab === here
                ? "font-bold text-ink after:absolute after:bottom-0 after:h-[3px] after:w-10 after:rounded-t-[3px] after:bg-accent after:content-['']"
                : "font-medium text-ink-2",
            )}
          >
            {label}
          </Link>
        ))}
    </nav>
  );
}
