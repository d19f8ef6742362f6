/** Rules of Word documents: what a file is. */
import { readDocument } from '../../../pipelines/lib/docx/read';
import { ENTRIES_MAX } from '../../../pipelines/lib/ooxml/zip';
import { type Parts, zipParts } from '../../lib/classeur';
import { documentParts, p, table } from '../../lib/document';
import type { Fixture, Fixtures, Lecture } from './fixture';

const formulaire = (bytes: () => Uint8Array): Lecture => ({
  lire: () => {
    const found = readDocument(bytes());
    if (found.ok) return [];
    return [{ regle: found.regle, fichier: 'recu/lot/reddition.docx', message: found.message }];
  },
});

const corps = table([p('Nom [A1]'), p('Lac Noir')]);
const avec = (parts: Parts) => (): Uint8Array =>
  zipParts({ ...documentParts({ corps }), ...parts });
function remplis(count: number): () => Uint8Array {
  const parts = documentParts({ corps });
  for (let i = Object.keys(parts).length; i < count; i++) parts[`word/media/${i}.png`] = '';
  return () => zipParts(parts);
}

const deux = (echoue: () => Uint8Array, passe: () => Uint8Array): Fixture => ({
  echoue: formulaire(echoue),
  ou: null,
  passe: formulaire(passe),
});

const OLE2 = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const locked = () =>
  Buffer.concat([OLE2, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]);

export const DOCUMENTS: Fixtures = {
  'document-protege': deux(
    locked,
    avec({ 'word/settings.xml': '<w:settings><w:documentProtection/></w:settings>' }),
  ),
  'document-illisible': deux(
    () => avec({})().subarray(0, -100),
    avec({ 'docProps/inconnu.xml': 'pas du XML' }),
  ),
  'document-autre-format': deux(
    () => Buffer.from('{\\rtf1 Lac Noir}'),
    avec({ 'word/media/note.rtf': '{\\rtf1 Lac Noir}' }),
  ),
  'document-demesure': deux(remplis(ENTRIES_MAX + 1), remplis(ENTRIES_MAX)),
  'document-macros': deux(
    avec({ 'word/vbaProject.bin': 'x' }),
    avec({ 'word/media/vbaProject.png': 'x' }),
  ),
};
