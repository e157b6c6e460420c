/** Whether long tests run too (`npm run test:full`), or only those of `npm test`. */
export const isFull = process.env["BARKER_TESTS"] === "full";
