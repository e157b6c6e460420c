import { Tabs } from "@/app/_ui/tabs";
import { paths } from "@/lib/paths";

const TABS = {
  discover: { label: "Discover", href: paths.discover, everybody: true },
  nearby: { label: "Nearby", href: paths.nearby, everybody: false },
  circles: { label: "Circles", href: paths.circles, everybody: false },
  popular: { label: "Popular", href: paths.popular, everybody: true },
} as const;

/** The ways to find people and barks. Signed-out visitors have those that need no account. */
export function DiscoverTabs({ here, signedIn = true }: { here: keyof typeof TABS; signedIn?: boolean }) {
  const tabs = Object.entries(TABS)
    .filter(([, { everybody }]) => signedIn || everybody)
    .map(([tab, { label, href }]) => ({ label, href, here: tab === here }));
  return <Tabs label="Ways to discover" tabs={tabs} />;
}
