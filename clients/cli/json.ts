import { fromBase64Url, malformed, type Bytes } from "./bytes";

/** A value of parsed JSON, asked for what it must be. Every method throws Malformed when it is something else. */
export class Json {
  constructor(readonly value: unknown) {}

  static parse(source: string): Json {
    try {
      return new Json(JSON.parse(source));
    } catch {
      return malformed("JSON");
    }
  }

  get isNull(): boolean {
    return this.value === null || this.value === undefined;
  }

  /** A field of an object; of something else it is null. */
  at(name: string): Json {
    const { value } = this;
    const isObject = typeof value === "object" && value !== null && Object.hasOwn(value, name);
    return new Json(isObject ? (value as Record<string, unknown>)[name] : null);
  }

  list(most = 100_000): Json[] {
    const { value } = this;
    if (!Array.isArray(value) || value.length > most) return malformed("a list in JSON");
    return value.map((item) => new Json(item));
  }

  string(): string {
    return typeof this.value === "string" ? this.value : malformed("a text in JSON");
  }

  number(): number {
    const { value } = this;
    return typeof value === "number" && Number.isSafeInteger(value) ? value : malformed("an integer in JSON");
  }

  boolean(): boolean {
    return typeof this.value === "boolean" ? this.value : malformed("a boolean in JSON");
  }

  /** An id of 16 bytes. */
  id(): string {
    const id = this.string();
    return /^[\da-f]{32}$/.test(id) ? id : malformed("an id in JSON");
  }

  bytes(length?: number): Bytes {
    const bytes = fromBase64Url(this.string());
    return length === undefined || bytes.length === length ? bytes : malformed(`${length} bytes in JSON`);
  }

  /** Null, or what `read` makes of it. */
  maybe<Value>(read: (json: Json) => Value): Value | null {
    return this.isNull ? null : read(this);
  }
}
