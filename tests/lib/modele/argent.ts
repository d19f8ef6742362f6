/** Told amounts that rest on one or two projects, alone, by what others leave of them, or by how they moved. */
import { groupBy } from '../../../pipelines/lib/group';
import type { Etats } from './etats';
import { cents, entier, type Publication, type Rang, texte } from './lire';
import { type Attendue, expectedOf } from './redditions';

export interface Montant {
  readonly nom: string;
  /** Projects that it can rest on, at most. */
  readonly projets: number;
  readonly cents: number;
}

/** Fewer projects than that, and each knows the other's. */
const ASSEZ = 3;
const MONTANTS = {
  totaux_depenses: ['montant_prevu', 'montant_depense', 'montant_paye'],
  totaux_financements: ['montant_prevu', 'montant_confirme', 'montant_recu'],
} as const;
type Table = keyof typeof MONTANTS;
const tables = Object.keys(MONTANTS) as Table[];

/** A told sum, or what is left of one, and the reports that it can come from. */
interface Somme {
  readonly nom: string;
  readonly cents: number;
  /** How many projects are behind it, where it is told. */
  readonly projets: number | null;
  readonly redditions: readonly Attendue[];
  /** As `Etats.venues` names what it comes from, without its publication. */
  readonly source: string;
}

const projectsOf = (redditions: readonly Attendue[]) =>
  new Set(redditions.map(({ projet }) => projet)).size;

/** Sums told by exercice and item. */
function itemsOf({ tables: told }: Publication, redditions: readonly Attendue[]): Somme[] {
  return tables.flatMap((table) =>
    told[table].flatMap((row) =>
      MONTANTS[table].map((champ) => {
        const exercice = texte(row, 'exercice_id');
        return {
          ...{ nom: `${table}/${texte(row, 'total_id')}/${champ}`, cents: cents(row, champ) ?? 0 },
          projets: entier(row, 'nombre_projets'),
          redditions: redditions.filter((r) => r.exercice === exercice),
          source: `exercice/${exercice}`,
        };
      }),
    ),
  );
}

const add = (rows: readonly Rang[], champ: string) =>
  rows.reduce((a, r) => a + (cents(r, champ) ?? 0), 0);

/** What is spent over cycles, and what told exercices leave of it to those that are not told. */
function cyclesOf({ tables: told }: Publication, redditions: readonly Attendue[]): Somme[] {
  const spent = groupBy(
    told.bilans_cycles.filter((r) => texte(r, 'montant_depense') !== null),
    (r) => texte(r, 'cycle_id'),
  );
  const paid = groupBy(told.totaux_depenses, (r) => texte(r, 'exercice_id'));
  return [...spent].flatMap(([cycle, rows]) => {
    const own = redditions.filter((r) => r.cycle === cycle);
    const whole = [...paid].filter(
      ([exercice]) =>
        own.some((r) => r.exercice === exercice) &&
        redditions.every((r) => r.exercice !== exercice || r.cycle === cycle),
    );
    const dits = new Set(whole.map(([exercice]) => exercice));
    const total = add(rows, 'montant_depense');
    const left = total - whole.reduce((a, [, items]) => a + add(items, 'montant_paye'), 0);
    const source = `cycle/${cycle}`;
    return [
      { nom: `bilans_cycles/${cycle}`, cents: total, projets: null, redditions: own, source },
      {
        ...{ nom: `bilans_cycles/${cycle}/reste`, cents: left, projets: null, source },
        redditions: own.filter((r) => !dits.has(r.exercice)),
      },
    ];
  });
}

/** Every sum of a publication that can be had, with the reports that can be behind it. */
function sumsOf(publication: Publication, { absentes }: Etats): Map<string, Somme> {
  const redditions = expectedOf(publication).filter(
    (a) => !absentes.has(`${a.publication}/${a.exercice}/${a.projet}`),
  );
  const sums = [...itemsOf(publication, redditions), ...cyclesOf(publication, redditions)];
  return new Map(sums.map((s) => [s.nom, s]));
}

/** Projects behind a sum at most: those told, or those that can have reported. */
const behind = ({ projets, redditions }: Somme) => projets ?? projectsOf(redditions);

/** Projects that can have moved a sum since the publication before: by its own count, or by the reports that came. */
function moved(avant: Somme, apres: Somme, came: number | undefined): number {
  const counted =
    avant.projets !== null && apres.projets !== null && apres.projets > avant.projets
      ? apres.projets - avant.projets
      : Infinity;
  // Where nothing can have come, something was changed: nobody knows by how many.
  return Math.min(counted, came !== undefined && came > 0 ? came : Infinity);
}

/** Amounts of one or two projects. */
export function attackMoney(publications: readonly Publication[], etats: Etats) {
  const byRank = publications.map((p) => sumsOf(p, etats));
  const percees: Montant[] = [];
  let essayees = 0;
  const tried = (nom: string, projets: number, value: number) => {
    essayees++;
    if (value !== 0 && projets < ASSEZ) percees.push({ nom, projets, cents: value });
  };
  for (const [rang, sums] of byRank.entries())
    for (const [nom, somme] of sums) {
      tried(`${rang}/${nom}`, behind(somme), somme.cents);
      const avant = byRank[rang - 1]?.get(nom);
      if (!avant) continue;
      const came = etats.venues.get(`${rang}/${somme.source}`)?.max;
      tried(`${rang - 1}>${rang}/${nom}`, moved(avant, somme, came), somme.cents - avant.cents);
    }
  return { percees, essayees };
}
