import {
  fetchOnce,
  OutboundError,
  outsideAddress,
  type Fetched,
  type SiteVisit,
  type WantedFile,
} from "@/lib/outbound/request";
import { mayVisit } from "@/lib/outbound/robots";

const REDIRECTS = 3;

/**
 * Fetches a file from another site, if the site allows it to robots. Each redirect is checked like the first address.
 * @throws OutboundError
 */
export async function fetchOutside(address: string | URL, wanted: WantedFile, visit: SiteVisit): Promise<Fetched> {
  let url = outsideAddress(address, visit);
  for (let followed = 0; followed <= REDIRECTS; followed++) {
    if (!(await mayVisit(url, visit))) throw new OutboundError("robots");
    const answer = await fetchOnce(url, wanted, visit);
    if (!(answer instanceof URL)) return answer;
    url = answer;
  }
  throw new OutboundError("redirects");
}
