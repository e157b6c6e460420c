import { Tabs } from "@/app/_ui/tabs";
import { paths } from "@/lib/paths";

/** The tabs for people nearby and for their barks. */
export function ShowTabs({ here }: { here: "people" | "barks" }) {
  const tabs = [
    { label: "People", href: paths.nearby, here: here === "people" },
    { label: "Barks", href: `${paths.nearby}?show=barks`, here: here === "barks" },
  ];
  return <Tabs label="What is shown" tabs={tabs} replace scroll={false} className="border-b border-line" />;
}
