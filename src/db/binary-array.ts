import { Buffer } from 'node:buffer';
import { daysBetween, toDay } from '#core/day/day';

/** How the values of one type are written: PostgreSQL's number of the type, bytes at most, and a writer that answers how many it took. */
type Element = {
  oid: number;
  sizeOf: (value: unknown) => number;
  write: (to: Buffer, value: unknown, at: number) => number;
};

const fixed = (oid: number, size: number, write: (to: Buffer, value: unknown, at: number) => void): Element => ({
  oid,
  sizeOf: () => size,
  write: (to, value, at) => {
    write(to, value, at);
    return size;
  },
});

/** Days and microseconds are counted from here. */
const firstDay = toDay('2000-01-01');
const epoch = Date.parse(firstDay);

const elements: ReadonlyMap<string, Element> = new Map([
  [
    'text',
    { oid: 25, sizeOf: (value) => sizeOfText(asText(value)), write: (to, value, at) => to.write(asText(value), at) },
  ],
  [
    'jsonb',
    {
      oid: 3802,
      sizeOf: (value) => 1 + sizeOfText(asText(value)),
      // The version of its notation stands in front.
      write: (to, value, at) => 1 + to.write(asText(value), to.writeUInt8(1, at)),
    },
  ],
  ['uuid', fixed(2950, 16, writeUuid)],
  ['boolean', fixed(16, 1, (to, value, at) => to.writeUInt8(value === true ? 1 : 0, at))],
  ['smallint', fixed(21, 2, (to, value, at) => to.writeInt16BE(whole(value), at))],
  ['integer', fixed(23, 4, (to, value, at) => to.writeInt32BE(whole(value), at))],
  ['bigint', fixed(20, 8, (to, value, at) => to.writeBigInt64BE(BigInt(String(value)), at))],
  // Minus nothing is nothing, as in a text.
  ['double precision', fixed(701, 8, (to, value, at) => to.writeDoubleBE(Number(value) + 0, at))],
  ['date', fixed(1082, 4, (to, value, at) => to.writeInt32BE(daysBetween(firstDay, toDay(String(value))), at))],
  [
    'timestamp with time zone',
    fixed(1184, 8, (to, value, at) => to.writeBigInt64BE(BigInt(momentOf(value)) * 1000n, at)),
  ],
]);

/**
 * An array of a column's type in PostgreSQL's binary notation, which it reads in a third of the time of the notation as text. Days are texts
 * (2026-11-26), moments `Date`; null and undefined are null. Throws a TypeError for a type that is not
 * known here, a RangeError for a value that is none of its type.
 */
export function binaryArray(type: string, values: readonly unknown[]): Buffer {
  const element = elements.get(type);
  if (!element) throw new TypeError(`Values of the type ${type} cannot be written many at once.`);
  const isNull = (value: unknown) => value === null || value === undefined;
  const size = values.reduce<number>((sum, value) => sum + 4 + (isNull(value) ? 0 : element.sizeOf(value)), 20);
  const bytes = Buffer.allocUnsafe(size);
  // One dimension; whether it has nulls; the type; how many; counted from 1.
  let at = bytes.writeInt32BE(1, 0);
  at = bytes.writeInt32BE(values.some(isNull) ? 1 : 0, at);
  at = bytes.writeInt32BE(element.oid, at);
  at = bytes.writeInt32BE(values.length, at);
  at = bytes.writeInt32BE(1, at);
  for (const value of values) {
    const length = isNull(value) ? -1 : element.write(bytes, value, at + 4);
    bytes.writeInt32BE(length, at);
    at += 4 + Math.max(length, 0);
  }
  return bytes.subarray(0, at);
}

/** A value as PostgreSQL reads it from a text. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  return JSON.stringify(value);
}

/** Of a short one the most that it can be: counting costs more than the room. */
const sizeOfText = (text: string) => (text.length < 200 ? text.length * 3 : Buffer.byteLength(text));

function whole(value: unknown): number {
  const number = Number(value);
  if (!Number.isInteger(number)) throw new RangeError(`${String(value)} is no whole number.`);
  return number;
}

/** Milliseconds since the first day. */
function momentOf(value: unknown): number {
  const milliseconds = value instanceof Date ? value.getTime() : Date.parse(String(value));
  if (Number.isNaN(milliseconds)) throw new RangeError(`${String(value)} is no moment.`);
  return milliseconds - epoch;
}

const digitOf = new Map([...'0123456789abcdef'].map((digit, value) => [digit.charCodeAt(0), value]));
const hexadecimal = new Int8Array(128).map((_, code) => digitOf.get(code) ?? -1);

function writeUuid(to: Buffer, value: unknown, at: number): void {
  const text = String(value);
  let written = at;
  for (let i = 0; i + 1 < text.length && written < at + 16;) {
    if (text.charCodeAt(i) === 45) i += 1;
    const [high = -1, low = -1] = [hexadecimal[text.charCodeAt(i)], hexadecimal[text.charCodeAt(i + 1)]];
    if (high < 0 || low < 0) break;
    to[written] = high * 16 + low;
    written += 1;
    i += 2;
  }
  if (text.length !== 36 || written !== at + 16) throw new RangeError(`${text} is no id.`);
}
