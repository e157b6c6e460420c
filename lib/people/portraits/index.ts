import { BIRDS } from "@/lib/people/portraits/birds";
import { FIELD } from "@/lib/people/portraits/field";
import { FLOWERS } from "@/lib/people/portraits/flowers";
import { HEDGEROW } from "@/lib/people/portraits/hedgerow";
import type { PortraitKind } from "@/lib/people/portraits/kind";
import { LEAVES } from "@/lib/people/portraits/leaves";
import { MEADOW } from "@/lib/people/portraits/meadow";
import { WATERSIDE } from "@/lib/people/portraits/waterside";
import { WINGS } from "@/lib/people/portraits/wings";
import { WOODLAND } from "@/lib/people/portraits/woodland";

/** Everybody without an uploaded picture gets a drawn one: an animal or a plant in ten palettes and ten variants. */
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
