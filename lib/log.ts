import pino from "pino";
import { singleton } from "@/lib/singleton";

/**
 * The log of a process: one JSON line each on standard output. Lines carry ids, never the text of
 * barks, e-mail addresses, positions or secrets.
 */
export const log = singleton("log", () =>
  pino(
    {
      level: process.env["LOG_LEVEL"] ?? "info",
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ["*.password", "*.token", "*.email", "*.text", "*.authorization", "*.cookie"],
    },
    pino.destination({ dest: 1, sync: false }),
  ),
);
