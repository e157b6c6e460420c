import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export interface Import {
  /** As written, without "@/" for own files. */
  target: string;
  own: boolean;
  /** Whether the import is type-only and removed by the compiler. */
  typeOnly: boolean;
  names: string[];
}

export interface Source {
  /** Path from the root, with slashes. */
  file: string;
  text: string;
  imports: Import[];
}

const IMPORT =
  /^(?:import|export)\s+(type\s)?([^;"']*?)\s*from\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm;

/** Lists the files in these folders of the root whose names end in `ending`. */
export function files(folders: string[], ending: string): string[] {
  const root = process.cwd();
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .toSorted();
}

/** Reads the project's code without tests, with the imports of each file. */
export function sources(folders: string[]): Source[] {
  return [...files(folders, ".ts"), ...files(folders, ".tsx")]
    .filter((file) => !/\.test\.tsx?$|\.d\.ts$|(^|\/)testing\//.test(file))
    .map((file) => {
      const text = readFileSync(join(process.cwd(), file), "utf8");
      return { file, text, imports: [...text.matchAll(IMPORT)].map(toImport) };
    });
}

function toImport([, type, names = "", from, bare, dynamic]: RegExpExecArray): Import {
  const written = from ?? bare ?? dynamic ?? "";
  return {
    target: written.replace(/^@\//, ""),
    own: written.startsWith("@/") || written.startsWith("."),
    typeOnly: type !== undefined,
    names: names
      .replace(/[{}\s]/g, "")
      .split(",")
      .filter(Boolean),
  };
}
