import { nearby } from "@/app/_words/nearby";
import { Tabs } from "@/app/_ui/tabs";
import { paths } from "@/lib/paths";

/** The tabs for people nearby and for their barks. */
export function ShowTabs({ here }: { here: "people" | "barks" }) {
  const tabs = [
    { label: nearby.people, href: paths.nearby, here: here === "people" },
    { label: nearby.barks, href: `${paths.nearby}?show=barks`, here: here === "barks" },
  ];
  return <Tabs label={nearby.whatIsShown} tabs={tabs} replace scroll={false} className="border-b border-line" />;
}
