/** What to say of a label that no list and no alias knows. */
import { type Catalogue, type Nom, textOf } from '../../lib/catalogue';
import { csvField } from '../../lib/csv';
import { nearest, sayNearest } from '../../lib/proches';
import type { Notion } from '../../sources/kind';
import { aliasKinds } from '../../sources/reference';
import type { TypedRow } from '../normalise';

const namesIn = ({ noms }: Catalogue, notion: Notion): readonly Nom[] =>
  notion === 'evenements' || notion === 'notes' ? [] : noms[notion];

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Fields of the nearest label's alias, or the id of the nearest name; `<champ>` where nothing is near. */
function fillFrom(champ: string, named: Nom | undefined, alias: TypedRow | undefined): string {
  if (champ === 'motif') return '';
  if (alias) return csvField(textOf(alias, champ) ?? '');
  if (champ === 'id' && named) return csvField(named.id);
  return champ === 'precision' && named ? 'exact' : `<${champ}>`;
}

/** The nearest candidates, and the exact line to add to the alias file. */
export function explainUnknown(catalogue: Catalogue, notion: Notion, label: string): string {
  const names = namesIn(catalogue, notion);
  const alias = [...catalogue.alias[notion].values()];
  const known = [...names.map((n) => n.nom), ...alias.map((a) => textOf(a, 'libelle') ?? '')];
  const [near] = nearest(label, known);
  const named = names.find((n) => n.nom === near);
  const twin = alias.find((a) => near !== undefined && textOf(a, 'libelle') === near);
  const rest = Object.keys(aliasKinds[notion].champs).filter((c) => c !== 'libelle');
  const line = [quote(label), ...rest.map((champ) => fillFrom(champ, named, twin))].join(',');
  return `ce libellé est inconnu (${notion})${sayNearest(label, known)} : corrigez-le, ou ajoutez à alias/${notion}.csv la ligne ${line}`;
}
