import { gallery } from "@/lib/drawings/pictures";
import { isPortraitKey, portraitSvg } from "@/lib/drawings/portrait";

// 192 px serve the largest avatar (88 px) on a screen of double density.
const portraits = gallery({ isKey: isPortraitKey, svg: portraitSvg, width: 192, height: 192, keep: 2_000 });

export async function GET(_request: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> {
  return portraits((await params).key);
}
