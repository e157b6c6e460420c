import { describe, expect, it } from "vitest";
import { routes } from "@/app/api/routes";

describe("the table of endpoints", () => {
  it("has a summary for every operation", () => {
    const declarations = Object.values(routes).flatMap((module) =>
      Object.values(module).map(({ declaration }) => declaration),
    );
    expect(declarations.length).toBeGreaterThan(150);
    expect(declarations.filter(({ summary }) => summary === "")).toEqual([]);
  });
});
