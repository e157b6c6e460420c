import Link from "next/link";
import { BackButton } from "@/app/_ui/back-button";
import { cx } from "@/app/_ui/cx";
import { Wordmark } from "@/app/_ui/logo";
import { Tabs } from "@/app/_ui/tabs";
import { paths } from "@/lib/paths";

const BAR =
  "sticky top-0 z-(--z-bar) flex min-h-(--bar-top) flex-wrap items-center gap-1 border-b border-line bg-surface";

/** The bar above Home and Town: the current page, and the link to the other. */
export function HomeBar({ here, signedIn }: { here: "home" | "town"; signedIn: boolean }) {
  return (
    <header className={cx(BAR, "px-4 desk:px-5")}>
      <h1 className="sr-only text-title font-bold tracking-heading tablet:not-sr-only">
        {here === "home" ? "Home" : "Town"}
      </h1>
      <Link href={signedIn ? paths.home : paths.landing} className="tablet:hidden">
        <Wordmark className="my-3 h-[1.625rem]" />
      </Link>
      {signedIn && (
        <Tabs
          label="Timelines"
          tabs={[
            { label: "Following", href: paths.home, here: here === "home" },
            { label: "Town", href: paths.town, here: here === "town" },
          ]}
          className="ms-auto flex-wrap self-stretch"
          narrow
        />
      )}
    </header>
  );
}

/** The bar above a page that is reached from another one. */
export function BackBar({ title, detail }: { title: string; detail?: string }) {
  return (
    <header className={cx(BAR, "ps-1 pe-4")}>
      <BackButton />
      <div className="min-w-0">
        <h1 className="truncate text-title font-bold tracking-heading">
          <bdi>{title}</bdi>
        </h1>
        {detail && <p className="text-meta text-ink-3">{detail}</p>}
      </div>
    </header>
  );
}
