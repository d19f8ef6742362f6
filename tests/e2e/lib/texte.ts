/** Text as it is read: spaces of every kind as one. */
export const flat = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();
