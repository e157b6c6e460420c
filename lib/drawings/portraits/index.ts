import { BIRDS } from "@/lib/drawings/portraits/birds";
import { FIELD } from "@/lib/drawings/portraits/field";
import { FLOWERS } from "@/lib/drawings/portraits/flowers";
import { HEDGEROW } from "@/lib/drawings/portraits/hedgerow";
import type { PortraitKind } from "@/lib/drawings/portraits/kind";
import { LEAVES } from "@/lib/drawings/portraits/leaves";
import { MEADOW } from "@/lib/drawings/portraits/meadow";
import { WATERSIDE } from "@/lib/drawings/portraits/waterside";
import { WINGS } from "@/lib/drawings/portraits/wings";
import { WOODLAND } from "@/lib/drawings/portraits/woodland";

/** People without a picture of their own get a drawn one: an animal or a plant in one of ten palettes and ten variants. */
export const KINDS: Readonly<Record<string, PortraitKind>> = {
  ...WOODLAND,
  ...FIELD,
  ...MEADOW,
  ...BIRDS,
  ...WINGS,
  ...WATERSIDE,
  ...LEAVES,
  ...FLOWERS,
  ...HEDGEROW,
};
