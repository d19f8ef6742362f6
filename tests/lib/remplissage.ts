/** Forms filled in as a person does, in LibreOffice: what to type, tick, choose and add for some answers. */
import { centsToDecimal } from '../../src/lib/domain/montant';
import { planOf } from '../../pipelines/forms/budget/layout';
import {
  type ChampForm,
  type ColonneForm,
  type Definition,
  feuilleOf,
  type FeuilleForm,
  isTableau,
  questionsOf,
  type TableauForm,
} from '../../pipelines/forms/definition';
import { NON_COMPTE, type Reponses, type Valeur } from '../../pipelines/forms/reponses';
import type { Edit } from './office';
import type { WriterEdit } from './writer';

/** As people of Québec type an amount. */
const typed = (cents: bigint): string => centsToDecimal(cents).replace('.', ',');

const labelOf = (choix: ChampForm['choix'] = [], id: Valeur): string =>
  choix.find((c) => c.id === id)?.nom ?? '';

const words = (valeur: Valeur): string =>
  typeof valeur === 'bigint' ? typed(valeur) : String(valeur);

function answer({ code: champ, type, choix = [] }: ChampForm, valeur: Valeur): WriterEdit[] {
  if (type === 'compte')
    return [
      valeur === NON_COMPTE ? { champ, cocher: 'Non compté' } : { champ, devant: words(valeur) },
    ];
  if (type === 'oui-non') return [{ champ, cocher: valeur === true ? 'Oui' : 'Non' }];
  if (type === 'cases')
    return (valeur as readonly string[]).map((id) => ({ champ, cocher: labelOf(choix, id) }));
  if (type === 'choix') return [{ champ, choisir: labelOf(choix, valeur) }];
  if (type === 'date') return [{ champ, date: words(valeur) }];
  return [{ champ, texte: words(valeur) }];
}

const shown = ({ choix }: ColonneForm, valeur: Valeur | undefined): string =>
  valeur === undefined ? '' : choix ? labelOf(choix, valeur) : words(valeur);

/** Under the question and the titles. */
const HAUT = 2;

function rows(
  { code: champ, colonnes, lignes }: TableauForm,
  own: Reponses['tableaux'][string],
): WriterEdit[] {
  const within = own.slice(0, lignes).flatMap((ligne, i) =>
    colonnes.flatMap((c, colonne): WriterEdit[] => {
      const valeur = ligne[c.id];
      if (valeur === undefined) return [];
      const place = { champ, colonne, rangee: HAUT + i };
      const text = shown(c, valeur);
      return [c.choix ? { ...place, choisir: text } : { ...place, texte: text }];
    }),
  );
  const added = own.slice(lignes).map((ligne, i): WriterEdit => ({
    champ,
    rangee: HAUT + lignes - 1 + i,
    ajouterRangee: colonnes.map((c) => shown(c, ligne[c.id])),
  }));
  return [...within, ...added];
}

/** Gestures that fill in the Word form, its tables blank, with some answers. */
export const fillBilan = (definition: Definition, { champs, tableaux }: Reponses): WriterEdit[] =>
  questionsOf(definition).flatMap((q) => {
    if (isTableau(q)) return rows(q, tableaux[q.id] ?? []);
    const valeur = champs[q.id];
    return valeur === undefined ? [] : answer(q, valeur);
  });

/** As it is typed in a cell of a workbook. */
const saisie = (valeur: Valeur): Pick<Edit, 'saisie' | 'valeur'> =>
  typeof valeur === 'bigint' ? { saisie: typed(valeur) } : { valeur: String(valeur) };

function lines(feuille: FeuilleForm, own: Reponses['tableaux'][string]): Edit[] {
  const plan = planOf(feuille, 0);
  const ids = [feuille.categorie.id, ...feuille.colonnes.map((c) => c.id)];
  const room = plan.insertion - plan.premiere;
  const inserted = own.slice(room).map((_, i): Edit => ({
    feuille: feuille.titre,
    insererRangee: plan.insertion + i,
  }));
  const cells = own.flatMap((ligne, i) =>
    ids.map((id, column): Edit => {
      const cellule = `${String.fromCharCode(65 + column)}${plan.premiere + i}`;
      const valeur = ligne[id];
      const place = { feuille: feuille.titre, cellule };
      if (valeur === undefined) return { ...place, valeur: '' };
      return column === 0
        ? { ...place, valeur: labelOf(feuille.choix, valeur) }
        : { ...place, ...saisie(valeur) };
    }),
  );
  return [...inserted, ...cells];
}

/** Gestures that fill in the budget, its amounts blank, with some answers. */
export function fillBudget(definition: Definition, { champs, tableaux }: Reponses): Edit[] {
  const { sommaire } = definition.budget;
  const asked = [...sommaire.lignes, null, ...sommaire.questions];
  const single = asked.flatMap((one, i): Edit[] => {
    const valeur = one === null ? undefined : champs[one.id];
    if (valeur === undefined) return [];
    return [{ feuille: sommaire.titre, cellule: `B${6 + i}`, ...saisie(valeur) }];
  });
  return [
    ...lines(feuilleOf(definition, 'depenses'), tableaux['depenses'] ?? []),
    ...lines(feuilleOf(definition, 'financement'), tableaux['financement'] ?? []),
    ...single,
  ];
}
