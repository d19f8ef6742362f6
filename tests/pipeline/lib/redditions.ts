/** A fund with one report of one project, clean, whose answers, files and dates can be changed one by one. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeBilan } from '../../../pipelines/forms/bilan/write';
import { writeBudget } from '../../../pipelines/forms/budget/write';
import { type Definition, readDefinition } from '../../../pipelines/forms/definition';
import type { Dossier, LigneRemplie, Valeur } from '../../../pipelines/forms/reponses';
import type { Dossiers } from '../../../pipelines/steps/snapshot';
import { PROPRE, type Registre, RegistreFund } from './registre';

export const EXERCICE = '2021-2022';
export const FORMULAIRE = readFileSync(path.join('data/demo/formulaires/reddition.yaml'), 'utf8');

type Champs = Record<string, Valeur>;
type Lignes = LigneRemplie[];

/** Everything that makes the report; a test changes what it is about. */
export interface Depot {
  registre: Registre;
  /** Text of `formulaires/reddition.yaml`. */
  formulaire: string;
  dossier: Dossier;
  /** Answers of the Word form, then of the budget. */
  bilan: { champs: Champs; tableaux: Record<string, Lignes> };
  budget: { champs: Champs; tableaux: Record<string, Lignes> };
  /** Files as they are put in `redditions/`, by their path from there. */
  fichiers: Map<string, Uint8Array>;
  receptions: string[];
  acceptations: string[];
}

export const BILAN = 'bilan.docx';
export const BUDGET = 'budget.xlsx';

const ACTIVITE: LigneRemplie = { activite: 'Visites de logements', realisee: 'oui' };

const bilan = (): Depot['bilan'] => ({
  champs: {
    participations: 120,
    personnes: 60,
    personnes_pauvrete: 45,
    enfants: 'non-compte',
    objectifs: ['soutien', 'participation'],
    partenaires: 3,
    depense: 3_000_000n,
    temoignage: 'J’ai enfin un toit.',
    consentement: true,
    declarant: 'A. B.',
    fonction: 'Direction',
    date_declaration: '2022-05-10',
  },
  tableaux: {
    activites: [ACTIVITE],
    indicateurs: [{ indicateur: 'Ménages logés', cible: 24, realise: 11 }],
  },
});

const budget = (): Depot['budget'] => ({
  champs: { solde_debut: 0n },
  tableaux: {
    depenses: [
      { poste: 'ressources-humaines', prevu: 3_000_000n, reel: 2_800_000n, paye: 2_700_000n },
      { poste: 'administration', prevu: 300_000n, reel: 300_000n, paye: 300_000n },
    ],
    financement: [
      { source: 'fonds', prevu: 8_000_025n, confirme: 8_000_025n, recu: 4_000_000n },
      { source: 'municipal', prevu: 500_000n, confirme: 500_000n, recu: 500_000n },
    ],
  },
});

const dossier = (): Dossier => ({
  reference: { fonds: 'vallee', exercice: EXERCICE, projet: 'P-1', version: '2026-1' },
  fonds: { nom: 'Fonds de la Vallée-aux-Brumes', fictif: true },
  exercice: { id: EXERCICE, debut: '2021-04-01', fin: '2022-03-31' },
  echeance: '2022-06-01',
  organisme: 'Maison du Héron',
  identite: {
    projet: 'P-1',
    titre: 'Un toit au Val',
    organisme: 'Maison du Héron',
    exercice: `${EXERCICE}, du 1er avril 2021 au 31 mars 2022`,
    periode: 'Du 1er décembre 2021 au 31 mars 2024',
    territoire: 'Val-Cendré',
    priorites: 'Se loger',
    accorde: '80 000,25 $',
    verse: '40 000,00 $, le 20 décembre 2021',
  },
});

const cleanDepot = (): Depot => ({
  registre: PROPRE,
  formulaire: FORMULAIRE,
  dossier: dossier(),
  bilan: bilan(),
  budget: budget(),
  fichiers: new Map(),
  receptions: [BILAN, BUDGET].map((nom) => `${EXERCICE},${nom},2022-05-20,`),
  acceptations: [],
});

export type Change = (depot: Depot) => void;

/** Changes of the answers, then of the files once written. */
export interface Changes {
  readonly avant?: Change;
  readonly apres?: Change;
}

async function definitionOf(fund: RegistreFund): Promise<Definition> {
  const found = await readDefinition(fund.folder);
  if (found === null) throw new Error('the fund has no form');
  return found;
}

const REDDITIONS = 'prive/redditions';

const written = new Map<string, Uint8Array | Promise<Uint8Array>>();

/** What is written from the same answers to the same form is written once. */
function once<T extends Uint8Array | Promise<Uint8Array>>(
  nom: string,
  from: object,
  write: () => T,
): T {
  const key = `${nom} ${JSON.stringify(from, (_, v: unknown) => (typeof v === 'bigint' ? `${v}n` : v))}`;
  const known = written.get(key) ?? write();
  written.set(key, known);
  return known as T;
}

/** Makes the fund below a root. */
export async function makeDepot(root: string, { avant, apres }: Changes = {}): Promise<Dossiers> {
  const depot = cleanDepot();
  avant?.(depot);
  const fund = new RegistreFund(root, depot.registre);
  fund.write('formulaires/reddition.yaml', depot.formulaire);
  const definition = await definitionOf(fund);
  const folder = depot.dossier.exercice.id;
  const { formulaire, dossier: projet, bilan: answers, budget: amounts } = depot;
  depot.fichiers.set(
    `${folder}/${BILAN}`,
    await once(BILAN, [formulaire, projet, answers], () => writeBilan(definition, projet, answers)),
  );
  depot.fichiers.set(
    `${folder}/${BUDGET}`,
    once(BUDGET, [formulaire, projet, amounts], () => writeBudget(definition, projet, amounts)),
  );
  apres?.(depot);
  for (const [nom, bytes] of depot.fichiers) fund.write(`${REDDITIONS}/${nom}`, bytes);
  const csv = (head: string, rows: readonly string[]) => [head, ...rows, ''].join('\n');
  fund.write(
    `${REDDITIONS}/receptions.csv`,
    csv('exercice,fichier,recu_le,projet', depot.receptions),
  );
  fund.write(
    `${REDDITIONS}/acceptations.csv`,
    csv('exercice,projet,accepte_le', depot.acceptations),
  );
  return { public: fund.folder, prive: `${fund.root}/prive` };
}

/** The file with a text of one of its parts replaced, once at least. */
export function patchPart(
  bytes: Uint8Array,
  part: string,
  from: string | RegExp,
  to: string,
): Uint8Array {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts[part] ?? new Uint8Array());
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to replace in ${part}`);
  return zipSync({ ...parts, [part]: strToU8(after) });
}

/** Replaces a text in the body of the Word form that was written. */
export const inWord =
  (from: string | RegExp, to: string): Change =>
  ({ fichiers }) => {
    const nom = `${EXERCICE}/${BILAN}`;
    fichiers.set(
      nom,
      patchPart(fichiers.get(nom) ?? new Uint8Array(), 'word/document.xml', from, to),
    );
  };

/** As `inWord`, for a part of the budget. */
export const inExcel =
  (part: string, from: string | RegExp, to: string): Change =>
  ({ fichiers }) => {
    const nom = `${EXERCICE}/${BUDGET}`;
    fichiers.set(nom, patchPart(fichiers.get(nom) ?? new Uint8Array(), part, from, to));
  };

/** The answer cell of a question, from its bookmark to the end of its first paragraph. */
export const answerOf = (code: string): RegExp =>
  new RegExp(
    `(<w:bookmarkStart[^>]*w:name="RC_${code}"[^>]*/><w:bookmarkEnd[^>]*/>)(.*?)(</w:p>)`,
    's',
  );
