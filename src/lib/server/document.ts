import { parseHTML } from 'linkedom';

/** A document to draw in, where there is no browser. */
export const createDocument = (): Document =>
  parseHTML('<html></html>').document as unknown as Document;
