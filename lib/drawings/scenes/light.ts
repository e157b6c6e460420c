/** The colours of a landscape in one light: the sky above and at the horizon, then from far to near. */
export interface Light {
  readonly sky: string;
  readonly horizon: string;
  readonly sun: string;
  readonly far: string;
  readonly mid: string;
  readonly near: string;
  readonly ink: string;
  /** The accent colour: blossoms, sails, lit windows. */
  readonly pop: string;
}

const light = (
  sky: string,
  horizon: string,
  sun: string,
  far: string,
  mid: string,
  near: string,
  ink: string,
  pop: string,
): Light => ({
  sky,
  horizon,
  sun,
  far,
  mid,
  near,
  ink,
  pop,
});

export const LIGHTS: readonly Light[] = [
  light("#e4ebe8", "#c9d6d2", "#fff3d6", "#a9bdb9", "#7c9a94", "#4d716b", "#2c4a46", "#f3c98a"),
  light("#33305a", "#f58a5b", "#ffebc4", "#8a4a6e", "#54305a", "#3a2450", "#241a38", "#ffd79a"),
  light("#bfe0ea", "#f3efd9", "#fff6df", "#9fc4a8", "#6fa37c", "#43795a", "#264d3c", "#e8674a"),
  light("#f9dcb8", "#fbeedb", "#fffaf0", "#e0a878", "#c27b4e", "#8e4f34", "#5a2f22", "#f3c64e"),
  light("#1d2747", "#46527e", "#f6e6be", "#3a456f", "#2a3359", "#1d2543", "#12182e", "#f3c46a"),
  light("#f6cfc4", "#fdebdc", "#fff8ea", "#d9a0a4", "#a96f82", "#744a66", "#4a2f48", "#fff0d8"),
  light("#cfd9ee", "#f2ecf0", "#fffaf0", "#a9b3d4", "#7d88b4", "#555f8c", "#363d61", "#f0a56a"),
  light("#f6d37a", "#fbeebf", "#fff9e2", "#b9bd70", "#86994f", "#57733d", "#34492a", "#d8502f"),
  light("#2f6f73", "#9cc9b8", "#fbf0d0", "#4f9089", "#2c6a69", "#1d4d50", "#123438", "#f2b35a"),
  light("#e9e2d3", "#f7f1e4", "#ffffff", "#c2b79f", "#8f9678", "#5f6f5a", "#39473c", "#c8563a"),
];
