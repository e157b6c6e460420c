import Link from "next/link";
import { Wordmark } from "@/app/_ui/logo";
import { paths } from "@/lib/paths";

/** The name of the product above a form on a phone, with a link to the landing page. */
export function SmallBrand() {
  return (
    <Link href={paths.landing} className="grid min-h-11 items-center justify-self-center text-ink desk:hidden">
      <Wordmark className="h-8" />
    </Link>
  );
}
