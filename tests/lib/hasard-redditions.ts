/** Reports drawn at random, with their states and their budgets, and the public tables that are made of them. */
import { type Definition, readDefinition } from '../../pipelines/forms/definition';
import type { ReponseLue } from '../../pipelines/forms/reponses';
import { accordeAu } from '../../pipelines/forms/dossiers';
import type { Registre } from '../../pipelines/lib/registre';
import type { FeuilleId } from '../../pipelines/sources/kind';
import type { Ligne } from '../../pipelines/steps/harmonise/registre';
import { fillTables, type Product, type ProductRow } from '../../pipelines/steps/link/rows';
import { bilanRows, bilansOf } from '../../pipelines/steps/redditions/bilan-fonds';
import type { Recu } from '../../pipelines/steps/redditions/placement';
import type { Reddition, Redditions } from '../../pipelines/steps/redditions/reddition';
import { totauxTables } from '../../pipelines/steps/redditions/totaux';
import type { Tirage } from './hasard-personnes';
import { toRegistre } from './lignes';

const CYCLES = ['2019-2024', '2024-2029'];
const EXERCICES = ['2022-2023', '2023-2024', '2024-2025'].map((id) => ({
  ...{ id, debut: `${id.slice(0, 4)}-04-01`, fin: `${id.slice(5)}-03-31` },
}));
const AU = '2025-12-31';
const JOUR = '2025-05-01';
const FONDS = {
  cycles: CYCLES.map((id) => ({ id })),
  bailleurs: [{ id: 'b', nom: 'B', compte: true }],
};

const definition = await readDefinition('data/demo');
if (definition === null) throw new Error('The demonstration fund has no form');
const [depenses, financement] = definition.budget.feuilles;

const ligne = (feuille: FeuilleId, id: string, valeurs: Ligne['valeurs']) =>
  ({ feuille, id, valeurs }) as unknown as Ligne;

/** Rows of a sheet of the budget: each category now and then, an amount in each column more often than not. */
function sheetOf(
  tirage: Tirage,
  feuille: typeof depenses,
  columns: readonly string[],
): ReponseLue[] {
  const { id = '', choix = [], categorie } = feuille ?? {};
  const told = choix.filter((c) => c.role === 'fonds' || tirage(3) > 0);
  return told.flatMap((c, i) => {
    const answer = (colonne: string, valeur: ReponseLue['valeur']) => ({
      ...{ question: `${id}.${colonne}`, rang: i + 1, valeur },
      ...{ partie: 'budget' as const, feuille: id, cellule: 'A1' },
    });
    return [
      answer(categorie?.id ?? '', c.id),
      ...columns
        .filter(() => tirage(6) > 0)
        .map((colonne) =>
          answer(colonne, BigInt(tirage(4) === 0 ? tirage(400_000) : tirage(90_000))),
        ),
    ];
  });
}

const budgetOf = (tirage: Tirage, granted: bigint): Recu => {
  const reponses = [
    ...sheetOf(tirage, depenses, ['prevu', 'reel', 'paye']),
    ...sheetOf(tirage, financement, ['prevu', 'confirme', 'recu']),
  ];
  const fonds = reponses.find((r) => r.valeur === 'fonds')?.rang;
  const told = reponses.map((r) =>
    r.rang === fonds && ['financement.prevu', 'financement.confirme'].includes(r.question)
      ? { ...r, valeur: granted }
      : r,
  );
  return { partie: 'budget', lu: { reponses: told } } as unknown as Recu;
};

const OBJECTIFS = ['concertation', 'soutien', 'participation'];

/** Partners counted nearly always, one choice of two, and some of three. */
function bilanOf(tirage: Tirage): Recu {
  const answer = (question: string, valeur: ReponseLue['valeur']) => ({
    ...{ question, rang: 1, valeur, partie: 'bilan' as const, feuille: '', cellule: 'A1' },
  });
  const reponses = [
    ...(tirage(40) > 0 ? [answer('partenaires', tirage(20))] : []),
    answer('poursuite', tirage(2) === 0),
    answer(
      'objectifs',
      OBJECTIFS.filter(() => tirage(8) > 0),
    ),
  ];
  return { partie: 'bilan', lu: { reponses } } as unknown as Recu;
}

/** A report that came or not: one in so many is late, one not read, one partial. */
function drawReddition(
  tirage: Tirage,
  projet: Ligne,
  exercice: (typeof EXERCICES)[number],
  granted: bigint,
  parmi: number,
) {
  const kind = ['late', 'unread', 'partial'][tirage(parmi)] ?? 'complete';
  const read = kind === 'complete' || kind === 'partial';
  const premieres: Reddition['premieres'] =
    kind === 'late'
      ? new Map()
      : kind === 'unread'
        ? new Map([[null, JOUR]])
        : new Map([
            ['bilan', JOUR],
            ['budget', JOUR],
          ]);
  const manque = { partie: 'bilan', feuille: '', cellule: 'C2', texte: 'C2' } as const;
  return {
    ...{ id: `${projet.id}/${exercice.id}`, projet, exercice, premieres },
    echeance: `${exercice.fin.slice(0, 4)}-06-01`,
    recus: (read ? [bilanOf(tirage), budgetOf(tirage, granted)] : []).map((recu) => ({
      ...recu,
      fichier: { ...recu.fichier, exercice: exercice.id, sha256: `${projet.id} ${recu.partie}` },
    })),
    acceptation: null,
    manques: kind === 'partial' ? [manque] : [],
    au: AU,
  } satisfies Reddition;
}

/** Projects of two cycles, in one to three exercices, each with what it was granted, to the cent. */
function registreOf(tirage: Tirage, nombre: number): Registre {
  return toRegistre(
    Array.from({ length: nombre }, (_, rang) => {
      const id = `P-${String(rang).padStart(3, '0')}`;
      const first = tirage(3);
      const active = EXERCICES.slice(first, first + 1 + tirage(3 - first));
      const cycle = CYCLES[first === 2 || (first === 1 && tirage(3) === 0) ? 1 : 0] ?? '';
      const [debut, fin] = [active[0]?.debut ?? '', active.at(-1)?.fin ?? ''];
      return [
        ligne('projets', id, { cycle, territoire: `t${tirage(7)}`, debut, fin }),
        ligne('octrois', `O-${id}`, {
          ...{ projet: id, bailleur: 'b', date_decision: debut },
          montant_accorde: BigInt(1 + tirage(9_000_000)),
        }),
      ];
    }).flat(),
  );
}

const text = (l: Ligne, champ: string) => String(l.valeurs[champ] ?? '');

function lists(registre: Registre): Partial<Product> {
  return {
    fonds: [{ fonds_id: 'hasard', date_donnees: AU }],
    bailleurs: [{ bailleur_id: 'b', compte: true }],
    exercices: EXERCICES.map(({ id, debut, fin }): ProductRow => ({ exercice_id: id, debut, fin })),
    projets: registre.feuilles.projets.map((p) => ({
      ...{ projet_id: p.id, cycle_id: text(p, 'cycle'), territoire_id: text(p, 'territoire') },
      ...{ debut: text(p, 'debut'), fin: text(p, 'fin') },
    })),
    octrois: registre.feuilles.octrois.map((o) => ({
      ...{ octroi_id: o.id, projet_id: text(o, 'projet'), bailleur_id: 'b' },
      date_decision: text(o, 'date_decision'),
      montant_accorde: o.valeurs['montant_accorde'] as bigint,
    })),
  };
}

/** Reports of so many projects, each exercice past its date; one in so many is late. */
export function drawRedditions(tirage: Tirage, nombre: number, parmi = 6): Redditions {
  const registre = registreOf(tirage, nombre);
  const scene = { fonds: FONDS, registre, definition: definition as Definition };
  const all = { scene, au: AU, anterieures: [] } as unknown as Redditions;
  const liste = registre.feuilles.projets.flatMap((projet) =>
    EXERCICES.filter((e) => e.debut < text(projet, 'fin') && e.fin > text(projet, 'debut')).map(
      (e) => drawReddition(tirage, projet, e, accordeAu(all.scene, projet, e.fin), parmi),
    ),
  );
  return { ...all, liste };
}

/** What the public has of them. */
export function productOf(all: Redditions): Product {
  const { fonds, registre } = all.scene;
  return fillTables({
    ...lists(registre),
    ...totauxTables(all, all),
    bilans_cycles: bilanRows(bilansOf(fonds, registre, all), all),
  });
}
