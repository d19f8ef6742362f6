/** What a report must answer and does not. */
import {
  type ChampForm,
  type Definition,
  feuilleOf,
  isTableau,
  type SectionForm,
  type TableauForm,
} from '../../forms/definition';
import { centsIn, lignesOf, luOf, type Manque, type Reddition, reponseA } from './reddition';

type Recus = Pick<Reddition, 'recus'>;

const lacks = (feuille: string, code: string, libelle: string): Manque => ({
  partie: 'bilan',
  feuille,
  cellule: code,
  texte: `${code} ${libelle}`,
});

const champLacks = (recus: Recus, section: SectionForm, champ: ChampForm): Manque[] =>
  champ.requis && reponseA(recus, champ.id) === null
    ? [lacks(section.titre, champ.code, champ.libelle)]
    : [];

/** A table lacks a row, or a cell of a row that was begun. */
function tableauLacks(recus: Recus, section: SectionForm, table: TableauForm): Manque[] {
  const requis = table.colonnes.filter((c) => c.requis);
  if (requis.length === 0) return [];
  const rows = lignesOf(recus, table.id);
  if (rows.length === 0) return [lacks(section.titre, table.code, table.libelle)];
  return rows.flatMap(({ rang, cellules }) =>
    requis
      .filter((c) => !cellules.has(c.id))
      .map((c) =>
        lacks(section.titre, table.code, `${table.libelle}, ligne ${rang} : ${c.libelle}`),
      ),
  );
}

function bilanLacks(definition: Definition, recus: Recus): Manque[] {
  if (luOf(recus, 'bilan') === null) return [];
  return definition.bilan.sections.flatMap((section) =>
    section.questions.flatMap((q) =>
      isTableau(q) ? tableauLacks(recus, section, q) : champLacks(recus, section, q),
    ),
  );
}

/** A budget needs one spent amount at least, and says what the fund paid of it. */
function budgetLacks(definition: Definition, recus: Recus): Manque[] {
  if (luOf(recus, 'budget') === null) return [];
  const feuille = feuilleOf(definition, 'depenses');
  const rows = lignesOf(recus, 'depenses');
  return (['reel', 'paye'] as const)
    .filter((id) => !rows.some((l) => centsIn(l, id) !== null))
    .flatMap((id) => feuille.colonnes.filter((c) => c.id === id))
    .map(({ code, libelle }) => ({
      partie: 'budget',
      feuille: feuille.titre,
      cellule: code,
      texte: `${code} ${feuille.titre}, ${libelle}`,
    }));
}

/** Answers that lack in the parts that came; a part that did not come is told by the state. */
export const manquesOf = (definition: Definition, recus: Recus): Manque[] => [
  ...bilanLacks(definition, recus),
  ...budgetLacks(definition, recus),
];
