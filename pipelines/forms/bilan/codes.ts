/** How a question shows its code, and the bookmark that its answer carries: either one is enough to find it. */

/** As `[C2]`, at the end of the question. */
export const sayCode = (code: string): string => `[${code}]`;

export const bookmarkOf = (code: string): string => `RC_${code}`;

const CODE = /\[([A-Z]\d{1,2})\]/g;

/** Codes that a text shows, in order. */
export const codesIn = (text: string): string[] =>
  [...text.matchAll(CODE)].map(([, code = '']) => code);

export const codeOfBookmark = (nom: string): string | null =>
  /^RC_([A-Z]\d{1,2})$/.exec(nom)?.[1] ?? null;

/** What a control says before anyone answers. */
export const INVITE = { choix: 'Choisissez', date: 'Choisissez ou écrivez une date' } as const;
