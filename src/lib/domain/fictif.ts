/** What a fund that is fiction says of itself on each page, figure and file. */
export const FICTIF = 'DONNÉES FICTIVES';
