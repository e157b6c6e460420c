/** Whether everything is tested, however long it takes (`npm run test:full`), or what `npm test` has time for. */
export const isFull = process.env["BARKER_TESTS"] === "full";
