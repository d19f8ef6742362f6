/** Passphrases of the sealed editions: words, however they are typed. */

/** Lower case, without accents, words joined by hyphens: what opens the file, here and with the age program. */
export const foldPhrase = (text: string): string =>
  (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  ).join('-');
