import * as fc from "fast-check";

/** Texts of any code points. (The "binary" unit of fast-check takes seconds to build.) */
export function anyText(maxLength = 60): fc.Arbitrary<string> {
  return fc
    .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength })
    .map((points) => String.fromCodePoint(...points).replace(/\p{Surrogate}/gu, "\ufffd"));
}
