import { Search } from "lucide-react";
import { paths } from "@/lib/paths";

interface ScopedSearchProps {
  /** The operator that restricts the search, such as `from:@otter`. */
  within: string;
  label: string;
}

/** A field that searches in one place, such as a profile. A form, so that it works without scripts. */
export function ScopedSearch({ within, label }: ScopedSearchProps) {
  return (
    <form role="search" aria-label={label} action={paths.searching} className="px-4 py-2.5 desk:px-5">
      <input type="hidden" name="within" value={within} />
      <div className="relative flex items-center">
        <Search className="pointer-events-none absolute inset-s-4 size-5 text-ink-3" aria-hidden="true" />
        <input
          type="search"
          name="q"
          dir="auto"
          required
          maxLength={260}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          aria-label={label}
          placeholder={label}
          className="search-ground min-h-11 w-full rounded-pill bg-sunken pe-4 ps-12 text-body text-ink placeholder:text-ink-3"
        />
      </div>
    </form>
  );
}
