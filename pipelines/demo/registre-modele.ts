/** The fund as it really is, before anyone types it: every row, numbered in order. */
import { type Annonce, buildAnnonces } from './annonces';
import { BAILLEUR, type Cycle, type Mouvement, type Versee } from './cycles';
import { buildDemandes, type Demande } from './demandes';
import { createHasard } from './hasard';
import { buildIndicateurs, type IndicateurVise } from './indicateurs';
import { finance, type CycleFinance, type Octroi } from './octrois';
import { buildProjets, type Projet } from './projets';
import { Proposeur } from './propositions';
import { buildApports, buildVersements, type Versement } from './versements';

type Numbered<T> = T & { readonly id: string };
type Resolved<T> = T & { readonly resolution: string };

export interface Modele {
  readonly mouvements: readonly Numbered<Resolved<Mouvement & { readonly cycle: Cycle }>>[];
  readonly apports: readonly Numbered<Versee & { readonly cycle: Cycle }>[];
  readonly demandes: readonly Numbered<Demande>[];
  readonly projets: readonly Projet[];
  readonly octrois: readonly Numbered<Resolved<Octroi>>[];
  readonly versements: readonly Numbered<Versement>[];
  readonly indicateurs: readonly IndicateurVise[];
  readonly annonces: readonly Annonce[];
}

const byDay = <T extends { readonly jour: string }>(rows: readonly T[]): T[] =>
  rows
    .map((row, rank) => ({ row, rank }))
    .sort(
      (x, y) =>
        Number(x.row.jour > y.row.jour) - Number(x.row.jour < y.row.jour) || x.rank - y.rank,
    )
    .map(({ row }) => row);

const number = <T extends object>(prefix: string, width: number, rows: readonly T[]) =>
  rows.map((row, rank) => ({ ...row, id: `${prefix}-${String(rank + 1).padStart(width, '0')}` }));

/** What the board decides in one vote: a move of the whole envelope, or one grant. */
const voteOf = (row: Mouvement | Octroi): string =>
  'projet' in row
    ? `${row.jour} ${row.projet.id}`
    : `${row.jour} ${row.nature} ${row.bailleur ?? BAILLEUR.nom}`;

/** One number a vote, in the order of the days; the board votes on other things too. */
function numberVotes(rows: readonly (Mouvement | Octroi)[]): Map<string, string> {
  const hasard = createHasard('résolutions');
  const last = new Map<string, number>();
  const votes = new Map<string, string>();
  for (const row of byDay(rows)) {
    const vote = voteOf(row);
    if (votes.has(vote)) continue;
    const year = row.jour.slice(0, 4);
    const rank = (last.get(year) ?? 0) + hasard.entier(1, 3);
    last.set(year, rank);
    votes.set(vote, `CA-${year}-${String(rank).padStart(3, '0')}`);
  }
  return votes;
}

const moves = (finances: readonly CycleFinance[]) =>
  finances.flatMap(({ cycle, envelope }) =>
    [...cycle.mouvements, ...envelope.returns()].map((m) => ({ ...m, cycle })),
  );

const ledger = (finances: readonly CycleFinance[]) =>
  finances.flatMap((one) => buildApports(one).map((apport) => ({ ...apport, cycle: one.cycle })));

export function buildModele(): Modele {
  const proposeur = new Proposeur();
  const projets = buildProjets(proposeur);
  const finances = finance(projets);
  const mouvements = byDay(moves(finances));
  const octrois = byDay(finances.flatMap(({ dossiers }) => dossiers.flatMap((d) => d.octrois)));
  const votes = numberVotes([...mouvements, ...octrois]);
  const resolve = <T extends Mouvement | Octroi>(row: T) => ({
    ...row,
    resolution: votes.get(voteOf(row)) ?? '',
  });
  return {
    projets,
    mouvements: number('ENV', 3, mouvements.map(resolve)),
    apports: number('APT', 3, byDay(ledger(finances))),
    demandes: number('D24', 3, buildDemandes(finances, proposeur)),
    octrois: number('OCT', 4, octrois.map(resolve)),
    versements: number('VER', 4, byDay(finances.flatMap(buildVersements))),
    indicateurs: buildIndicateurs(projets),
    annonces: buildAnnonces(finances),
  };
}
