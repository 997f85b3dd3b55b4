/** A .zip of texts (PKWARE's APPNOTE 6.3.10), stored as they are: rules and manifests are small. */
import type { NamedText } from './protocol';

/** Names are UTF-8: bit 11 of the general purpose flags. */
const UTF8 = 0x0800;
/** 1980-01-01, the first day that the format knows: the same texts make the same archive. */
const DAY = 0x21;

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let rest = index;
  for (let bit = 0; bit < 8; bit++) {
    rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return rest;
});

const checksum = (bytes: Uint8Array): number => {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum = TABLE[(sum ^ byte) & 0xff]! ^ (sum >>> 8);
  }
  return (sum ^ 0xffffffff) >>> 0;
};

/** Numbers of 16 bits, or of 32 where they are in a list. */
const packed = (...fields: (number | [number])[]): Uint8Array => {
  const bytes: number[] = [];
  for (const field of fields) {
    const [value, size] = typeof field === 'number' ? [field, 2] : [field[0], 4];
    for (let at = 0; at < size; at++) {
      bytes.push((value >>> (8 * at)) & 0xff);
    }
  }
  return Uint8Array.from(bytes);
};

export const zip = (files: NamedText[]): Blob => {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const file of files) {
    const name = new TextEncoder().encode(file.name);
    const bytes = new TextEncoder().encode(file.text);
    const about = [UTF8, 0, 0, DAY, [checksum(bytes)], [bytes.length], [bytes.length], name.length, 0] as (number | [number])[];
    const header = packed([0x04034b50], 20, ...about);
    parts.push(header, name, bytes);
    directory.push(packed([0x02014b50], 20, 20, ...about, 0, 0, 0, [0], [at]), name);
    at += header.length + name.length + bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = packed([0x06054b50], 0, 0, files.length, files.length, [size], [at], 0);
  return new Blob([...parts, ...directory, end] as BlobPart[], { type: 'application/zip' });
};
