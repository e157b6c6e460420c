/** The sentences after something was copied. */
export const copying = {
  link: "Link copied",
  linkFailed: (address: string) => `The link could not be copied. It is ${address}`,
  text: "Text copied",
  textFailed: "The text could not be copied.",
};
