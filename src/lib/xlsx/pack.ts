/** A package of parts, as a zip archive. */
import { type ZippableFile, zipSync } from 'fflate';

/** Bytes of a package of new parts, in the order given: the same parts give the same bytes everywhere. */
export function packParts(
  parts: Readonly<Record<string, Uint8Array>>,
  level: 6 | 9 = 6,
): Uint8Array {
  // Zip entries hold local time: a date built from local parts gives the same bytes everywhere.
  const mtime = new Date(1980, 0, 1);
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([nom, bytes]): [string, ZippableFile] => [
        nom,
        [bytes, { mtime, level }],
      ]),
    ),
  );
}
