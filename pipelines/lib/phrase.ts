/** Double punctuation and guillemets never start a line: the space before them does not break. */
export const unbroken = (text: string): string =>
  text.replace(/ ([:;?!»])/g, '\u00a0$1').replace(/« /g, '«\u00a0');
