import { readModified } from '../ooxml/modified';
import { OfficeError, unreadable } from '../ooxml/refusal';
import { openPackage, type Package, type Relation } from '../ooxml/package';
import type { Budget } from '../ooxml/zip';
import { Blocks, ELEMENTS_MAX } from './blocks';
import { textOf, type Bloc, type DocumentRead, type DocumentResult } from './document';
import { refuseDocument } from './refusal';
import { Story } from './story';

function readBody(from: Package, part: string, left: Budget): readonly Bloc[] {
  const blocks = new Blocks(left);
  const story = new Story(blocks);
  from.parse(part, story);
  if (!story.hasBody) throw unreadable('le document n’a pas de corps');
  return blocks.finish();
}

function readMargin(from: Package, part: string, left: Budget): string {
  const blocks = new Blocks(left);
  from.parse(part, new Story(blocks));
  return textOf(blocks.finish());
}

const isExternal = ({ partie, type }: Relation): boolean => partie === null && type !== 'hyperlink';

function readAll(from: Package): DocumentRead {
  const left = { left: ELEMENTS_MAX };
  const main = from.main();
  const relations = from.relations(main);
  const margins = relations.flatMap(({ type, partie }) =>
    /^(header|footer)$/.test(type) && partie !== null ? [partie] : [],
  );
  const corps = readBody(from, main, left);
  const marges = margins.map((part) => readMargin(from, part, left));
  const modifie = readModified(from);
  const liens = [...relations, ...margins.flatMap((part) => from.relations(part))];
  from.verifyRest();
  return { corps, marges, modifie, liensExternes: liens.some(isExternal) };
}

/**
 * Reads a .docx: its text as a person sees it, tracked changes accepted, and what tells where it stands.
 * Nothing is fetched or executed. Footnotes, comments and equations are not read.
 */
export function readDocument(bytes: Uint8Array): DocumentResult {
  try {
    return { ok: true, document: readAll(openPackage(bytes, 'document')) };
  } catch (error) {
    if (!(error instanceof OfficeError)) throw error;
    return refuseDocument(error);
  }
}
