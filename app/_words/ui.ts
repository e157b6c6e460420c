/** What the general parts of the screens say by themselves. */
export const ui = {
  back: "Back",
};
