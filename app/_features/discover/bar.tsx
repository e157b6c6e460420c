import { SearchBox } from "@/app/_features/search/box";
import { Tabs } from "@/app/_ui/tabs";
import { discover } from "@/app/_words/discover";
import { paths } from "@/lib/paths";

const TABS = {
  discover: { href: paths.discover, everybody: true },
  trends: { href: paths.trends, everybody: true },
  popular: { href: paths.popular, everybody: true },
  circles: { href: paths.circles, everybody: false },
} as const;

interface DiscoverBarProps {
  here: keyof typeof TABS;
  title: string;
  viewerId: string | null;
}

/** The bar above the four pages of Discover: search on phones, and the tabs. Signed-out visitors have no circles. */
export function DiscoverBar({ here, title, viewerId }: DiscoverBarProps) {
  const tabs = Object.entries(TABS)
    .filter(([, { everybody }]) => viewerId !== null || everybody)
    .map(([tab, { href }]) => ({ label: discover.tabs[tab as keyof typeof TABS], href, here: tab === here }));
  return (
    <header className="sticky top-0 z-(--z-bar) border-b border-line bg-surface">
      <h1 className="sr-only">{title}</h1>
      <div className="flex px-4 pt-1.5 desk:hidden">
        <SearchBox viewerId={viewerId} />
      </div>
      <Tabs label={discover.ways} tabs={tabs} />
    </header>
  );
}
