import { domainBlockId } from "@/lib/admin/domain-block-id";
import { freshHandle } from "@/testing/people";

/** An e-mail domain that nobody has. The town's list of blocked ones is shared by all tests. */
export const freshDomain = (): string => `${freshHandle()}.example`;

/** One with a high id, so that lists begin with it, whatever other tests block meanwhile. */
export function firstDomain(): string {
  for (;;) {
    const domain = freshDomain();
    if (domainBlockId(domain) > "8900000000000000000") return domain;
  }
}
