import type { Metadata } from "next";
import { Empty } from "@/app/_ui/empty";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Nothing here" };

export default function NotFound() {
  return (
    <main id="main" className="grid min-h-dvh content-center">
      <Empty
        title="Nothing here"
        sentence="There is no page at this address. Perhaps it was a bark that nobody barked."
        action={{ label: "Look around the town", href: paths.town }}
      />
    </main>
  );
}
