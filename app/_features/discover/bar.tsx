import { DiscoverTabs } from "@/app/_features/discover/tabs";
import { SearchBox } from "@/app/_features/search/box";

interface DiscoverBarProps {
  here: "discover" | "popular";
  title: string;
  viewerId: string | null;
}

/** The bar above Discover and Popular: search, and the tabs. */
export function DiscoverBar({ here, title, viewerId }: DiscoverBarProps) {
  return (
    <header className="sticky top-0 z-(--z-bar) border-b border-line bg-surface">
      <h1 className="sr-only">{title}</h1>
      <div className="flex px-4 pt-1.5 desk:hidden">
        <SearchBox viewerId={viewerId} />
      </div>
      <DiscoverTabs here={here} signedIn={viewerId !== null} />
    </header>
  );
}
