import fc from 'fast-check';

/** Any character, as a unit of a text. Fast-check's own `binary` lists them all first, which takes seconds. */
export const CARACTERE = fc
  .integer({ min: 0, max: 0x10ffff })
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));
