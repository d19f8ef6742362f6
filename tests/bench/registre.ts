/** A register of so many projects, one CSV a sheet, of which no rule has anything to say. */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { FEUILLES, type FeuilleId } from '../../pipelines/sources/kind';
import { BRUME, CYCLE } from '../pipeline/lib/registre-propre';
import { ENTETES } from '../pipeline/lib/registre-entetes';
import { RegistreFund } from '../pipeline/lib/registre';

const TERRITOIRES = ['Val-Cendré', 'Rive-aux-Hérons', "Pointe-d'Étain", 'Lande-Grise'] as const;
const PRIORITES = ['Se loger', 'Se nourrir'] as const;
const PROJETS_PAR_ORGANISME = 8;

const at = <T>(list: readonly T[], i: number) => list[i % list.length];
/** A day from 2021-12 to 2022-11. */
const dayOf = (i: number) => {
  const mois = (i % 12) + 12;
  const [an, m] = mois > 12 ? [2022, mois - 12] : [2021, 12];
  return `${an}-${String(m).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`;
};
const dollarsOf = (i: number) =>
  `${1000 + ((i * 7919) % 40_000)},${String(i % 100).padStart(2, '0')}`;

type Rangee = Readonly<Record<string, string>>;

/** Rows of a sheet, made one at a time: a register of a million projects is not held in memory. */
function* rowsOf(feuille: FeuilleId, nombre: number): Generator<Rangee> {
  const organismes = Math.max(1, Math.ceil(nombre / PROJETS_PAR_ORGANISME));
  if (feuille === 'enveloppes')
    for (const [i, territoire] of TERRITOIRES.entries())
      yield {
        ...{ Numéro: `ENV-${i}`, Cycle: CYCLE, Bailleur: BRUME, Territoire: territoire },
        ...{
          Mouvement: 'Initiale',
          'Date d’effet': '2021-04-01',
          Montant: `${nombre * 30_000},00`,
        },
      };
  if (feuille === 'apports')
    yield {
      ...{ Numéro: 'APT-1', Cycle: CYCLE, Bailleur: BRUME, Nature: 'Reçu' },
      ...{ Date: '2021-10-01', Montant: `${nombre * 50_000},00` },
    };
  if (feuille === 'organismes')
    for (let i = 0; i < organismes; i++)
      yield { Numéro: `ORG-${i}`, Nom: `Organisme ${i}`, Municipalité: 'Grisombre' };
  for (let i = 0; i < nombre; i++) {
    const projet = `P-${i}`;
    if (feuille === 'projets')
      yield {
        ...{ Numéro: projet, Cycle: CYCLE, Titre: `Projet ${i}` },
        ...{ Organisme: `ORG-${i % organismes}`, Territoire: at(TERRITOIRES, i) ?? '' },
        ...{ Début: '2021-12-01', Fin: '2024-03-31', Description: `Ce que fait le projet ${i}.` },
      };
    if (feuille === 'projets_priorites')
      yield { Projet: projet, Priorité: at(PRIORITES, i) ?? '', Part: '100' };
    if (feuille === 'indicateurs')
      yield { Projet: projet, Indicateur: 'Ateliers tenus', Unité: 'ateliers', Cible: '12' };
    if (feuille === 'octrois')
      yield {
        ...{ Numéro: `OCT-${i}`, Projet: projet, Nature: 'Initial', Bailleur: BRUME },
        ...{ 'Date de décision': dayOf(i), Résolution: `R-${i}`, 'Montant accordé': dollarsOf(i) },
      };
    if (feuille === 'versements')
      yield {
        ...{ Numéro: `V-${i}`, Projet: projet, Bailleur: BRUME },
        ...{ 'Date du versement': '2023-01-15', 'Montant versé': '500,00' },
      };
  }
}

const FEUILLES_PLEINES: readonly FeuilleId[] = [
  ...(['enveloppes', 'apports', 'organismes', 'projets'] as const),
  ...(['projets_priorites', 'octrois', 'versements', 'indicateurs'] as const),
];

/** Writes a sheet and returns its hash. */
function writeSheet(file: string, feuille: FeuilleId, nombre: number): string {
  const hash = createHash('sha256');
  const handle = openSync(file, 'w');
  let lines = [ENTETES[feuille].join(';')];
  const flush = () => {
    const text = lines.map((l) => `${l}\r\n`).join('');
    hash.update(text);
    writeSync(handle, text);
    lines = [];
  };
  if (FEUILLES_PLEINES.includes(feuille))
    for (const row of rowsOf(feuille, nombre)) {
      lines.push(ENTETES[feuille].map((titre) => row[titre] ?? '').join(';'));
      if (lines.length === 10_000) flush();
    }
  flush();
  closeSync(handle);
  return hash.digest('hex');
}

/** The fund « vallee » below a root, with so many projects; returns the paths of its CSV files. */
export function writeFund(root: string, nombre: number): string[] {
  const fund = new RegistreFund(root, null);
  const lot = path.join(fund.folder, 'prive/recu/registre');
  mkdirSync(lot, { recursive: true });
  const files = FEUILLES.map((feuille) => ({ feuille, file: path.join(lot, `${feuille}.csv`) }));
  const declared = files.flatMap(({ feuille, file }) => [
    `  - nom: ${path.basename(file)}`,
    `    source: registre-${feuille.replace('_', '-')}`,
    `    sha256: ${writeSheet(file, feuille, nombre)}`,
    '    encodage: utf-8',
    "    separateur: ';'",
  ]);
  fund.describe(declared);
  return files.filter(({ feuille }) => FEUILLES_PLEINES.includes(feuille)).map(({ file }) => file);
}
