/** Money that the reports tell, against their own lines, the decisions and the payments: to the cent. */
import type { Definition, FeuilleForm, LigneSommaire } from '../../../forms/definition';
import { feuilleOf } from '../../../forms/definition';
import { accordeAu, type Scene } from '../../../forms/dossiers';
import type { Calcule } from '../../../forms/reponses';
import { dollars } from '../../../lib/dollars';
import { texte } from '../../../lib/registre';
import {
  depenseAu,
  depenseConnue,
  openingBalance,
  verseAu,
  verseDans,
} from '../../redditions/argent';
import {
  centsIn,
  depenseBilan,
  depenseBudget,
  type LigneLue,
  lignesBudget,
  lignesOf,
  luOf,
  type Reddition,
  reponseDe,
  totalBudget,
  valeurA,
} from '../../redditions/reddition';
import { at, type Found, type Verification } from './contexte';

/** What the lines of the budget give for each value that the workbook computes. */
function recompute(definition: Definition, reddition: Reddition): Map<string, bigint> {
  const values = new Map<string, bigint>();
  for (const feuille of definition.budget.feuilles)
    for (const { id, type } of feuille.colonnes)
      if (type === 'montant')
        values.set(`${feuille.id}.${id}`, totalBudget(definition, reddition, feuille.id, id) ?? 0n);
  const debut = valeurA(reddition, 'solde_debut');
  const recu = totalBudget(definition, reddition, 'financement', 'recu', 'fonds') ?? 0n;
  const paye = values.get('depenses.paye') ?? 0n;
  const sommaire: Partial<Record<LigneSommaire, bigint>> = {
    total_depenses: values.get('depenses.reel') ?? 0n,
    total_paye: paye,
    recu_fonds: recu,
    solde_fin: (typeof debut === 'bigint' ? debut : 0n) + recu - paye,
  };
  for (const [id, cents] of Object.entries(sommaire)) values.set(id, cents);
  return values;
}

const totaux: Verification = (reddition, { scene: { definition } }) => {
  const lu = luOf(reddition, 'budget');
  if (lu === null) return [];
  const awaited = recompute(definition, reddition);
  return lu.calcules.flatMap((calcule: Calcule) => {
    const sum = awaited.get(calcule.id);
    if (sum === undefined || calcule.cents === null || calcule.cents === sum) return [];
    const message = `ce total dit ${dollars(calcule.cents)}, et les lignes lues donnent ${dollars(sum)} : vérifiez les lignes insérées et les formules`;
    return [at('budget-total-ecart', reddition, 'budget', calcule, message)];
  });
};

/** First cell of a column in some rows; the head of the sheet when there is none. */
const cellOf = (feuille: FeuilleForm, rows: readonly LigneLue[], colonne: string) =>
  rows.flatMap((l) => l.cellules.get(colonne) ?? [])[0] ?? {
    feuille: feuille.titre,
    cellule: 'A1',
  };

const motBudget: Verification = (reddition, { scene: { definition } }) => {
  const [bilan, budget] = [
    depenseBilan(definition, reddition),
    depenseBudget(definition, reddition),
  ];
  if (bilan === null || budget === null || bilan === budget) return [];
  const message = `le bilan dit ${dollars(bilan)} dépensés et le budget ${dollars(budget)}, soit ${dollars(bilan - budget)} d’écart : demandez lequel est le bon`;
  return [
    at(
      'bilan-budget-ecart',
      reddition,
      'bilan',
      reponseDe(definition, reddition, 'depense'),
      message,
    ),
  ];
};

/** The fund's line of the budget, against what the register says. */
function ligneFonds(
  regle: 'budget-octroi-ecart' | 'budget-versement-ecart',
  colonne: string,
  said: (told: string, known: string) => string,
  knownOf: (scene: Scene, reddition: Reddition) => bigint,
): Verification {
  return (reddition, { scene }) => {
    const { definition } = scene;
    const told = totalBudget(definition, reddition, 'financement', colonne, 'fonds');
    const known = knownOf(scene, reddition);
    if (told === null || told === known) return [];
    const rows = lignesBudget(definition, reddition, 'financement', 'fonds');
    const place = cellOf(feuilleOf(definition, 'financement'), rows, colonne);
    return [at(regle, reddition, 'budget', place, said(dollars(told), dollars(known)))];
  };
}

const octroi = ligneFonds(
  'budget-octroi-ecart',
  'confirme',
  (told, known) =>
    `le budget dit ${told} confirmés par le fonds, et le registre ${known} accordés : vérifiez l’un et l’autre`,
  (scene, { projet, exercice }) => accordeAu(scene, projet, exercice.fin),
);

const versement = ligneFonds(
  'budget-versement-ecart',
  'recu',
  (told, known) =>
    `le budget dit ${told} reçus du fonds pendant l’exercice, et le registre ${known} versés : vérifiez l’un et l’autre`,
  verseDans,
);

const depensePlace = (definition: Definition, reddition: Reddition) =>
  cellOf(feuilleOf(definition, 'depenses'), lignesOf(reddition, 'depenses'), 'paye');

const depasse: Verification = (reddition, all) => {
  const { scene } = all;
  const own = depenseBudget(scene.definition, reddition);
  const granted = accordeAu(scene, reddition.projet, reddition.exercice.fin);
  const spent = depenseConnue(all, reddition);
  if (own === null || spent <= granted) return [];
  const message = `${dollars(spent)} dépensés depuis le début du projet, pour ${dollars(granted)} accordés : vérifiez les dépenses, ou l’octroi`;
  return [
    at(
      'depense-depasse-accorde',
      reddition,
      'budget',
      depensePlace(scene.definition, reddition),
      message,
    ),
  ];
};

const lignes: Verification = (reddition) =>
  lignesOf(reddition, 'depenses').flatMap((ligne): Found[] => {
    const [paye, reel] = [centsIn(ligne, 'paye'), centsIn(ligne, 'reel')];
    if (paye === null || paye <= (reel ?? 0n)) return [];
    const message = `le fonds paie ${dollars(paye)} d’une dépense de ${dollars(reel ?? 0n)} : demandez lequel des deux est le bon`;
    return [
      at('paye-depasse-depense', reddition, 'budget', ligne.cellules.get('paye') ?? null, message),
    ];
  });

const soldeFinal: Verification = (reddition, all) => {
  const { scene } = all;
  const fin = texte(reddition.projet, 'fin') ?? '';
  const spent = depenseAu(all, reddition);
  if (spent === null || fin > reddition.exercice.fin) return [];
  // The last payment follows the last report.
  const rest = verseAu(scene, reddition, scene.fonds.date_donnees) - spent;
  if (rest <= 0n) return [];
  const message = `le projet est terminé et ${dollars(rest)} versés ne sont pas dépensés : convenez du retour ou de l’usage du solde`;
  return [
    at(
      'solde-non-depense',
      reddition,
      'budget',
      depensePlace(scene.definition, reddition),
      message,
    ),
  ];
};

const soldeDebut: Verification = (reddition, all) => {
  const told = valeurA(reddition, 'solde_debut');
  const known = openingBalance(all, reddition);
  if (typeof told !== 'bigint' || known === null || told === known) return [];
  const place = luOf(reddition, 'budget')?.reponses.find((r) => r.question === 'solde_debut');
  const message = `le solde du début dit ${dollars(told)}, et le versé moins le dépensé d’avant donne ${dollars(known)} : vérifiez avec l’organisme`;
  return [at('solde-debut-ecart', reddition, 'budget', place ?? null, message)];
};

const administration: Verification = (reddition, { scene: { definition } }) => {
  const paye = depenseBudget(definition, reddition);
  const own = totalBudget(definition, reddition, 'depenses', 'paye', 'administration');
  if (paye === null || own === null || paye <= 0n) return [];
  if (own * 100n <= paye * BigInt(definition.administration_max)) return [];
  const rows = lignesBudget(definition, reddition, 'depenses', 'administration');
  const message = `${dollars(own)} de frais d’administration sur ${dollars(paye)} payés par le fonds, pour une limite de ${definition.administration_max} % : vérifiez ce qui y est compté`;
  const place = cellOf(feuilleOf(definition, 'depenses'), rows, 'paye');
  return [at('administration-elevee', reddition, 'budget', place, message)];
};

export const argent: readonly Verification[] = [
  totaux,
  motBudget,
  octroi,
  versement,
  depasse,
  lignes,
  soldeFinal,
  soldeDebut,
  administration,
];
