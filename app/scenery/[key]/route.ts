import { gallery } from "@/lib/drawings/pictures";
import { isSceneryKey, scenerySvg } from "@/lib/drawings/scenery";

// 1200 px serve the header (600 px) on a screen of double density.
const sceneries = gallery({ isKey: isSceneryKey, svg: scenerySvg, width: 1200, height: 400, keep: 400 });

export async function GET(_request: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> {
  return sceneries((await params).key);
}
