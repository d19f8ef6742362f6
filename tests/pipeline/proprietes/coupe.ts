/** A register as it stood on a day: its plain rows cut by other means than the pipeline's own. */
import type { FeuilleId } from '../../../pipelines/sources/kind';
import { FEUILLES } from '../../../pipelines/sources/kind';
import type { Rangee, Registre } from '../lib/registre';

/** Column of the day from which a row counts; rows of other sheets count with what they name. */
const DATES: Readonly<Partial<Record<FeuilleId, string>>> = {
  enveloppes: 'Date d’effet',
  apports: 'Date',
  appels: 'Ouverture',
  demandes: 'Date de dépôt',
  octrois: 'Date de décision',
  versements: 'Date du versement',
  annonces: 'Date d’annonce',
};

const dayOf = (row: Rangee, heading: string): string | null => {
  const cell = row[heading];
  return typeof cell === 'object' && 'jour' in cell ? cell.jour : null;
};

const blank = (row: Rangee, ...headings: readonly string[]): Rangee =>
  Object.fromEntries(Object.entries(row).filter(([heading]) => !headings.includes(heading)));

/** Everything dated after the day is left out, and what hangs on it with it. */
export function couper(registre: Registre, au: string): Registre {
  const dated = Object.fromEntries(
    FEUILLES.map((id) => {
      const heading = DATES[id];
      const late = (row: Rangee) => heading !== undefined && (dayOf(row, heading) ?? '') > au;
      return [id, registre[id].filter((row) => !late(row))];
    }),
  ) as Record<FeuilleId, Rangee[]>;
  const decided = new Set(dated.octrois.map((o) => o['Projet']));
  const announced = new Set(dated.annonces.map((a) => a['Numéro']));
  const open = new Set(dated.appels.map((a) => a['Numéro']));
  const ofDecided = (row: Rangee) => decided.has(row['Projet']);
  return {
    ...dated,
    projets: dated.projets.filter((p) => decided.has(p['Numéro'])),
    projets_priorites: dated.projets_priorites.filter(ofDecided),
    indicateurs: dated.indicateurs.filter(ofDecided),
    octrois: dated.octrois.map((o) => (announced.has(o['Annonce']) ? o : blank(o, 'Annonce'))),
    annonces: dated.annonces.map((a) => (open.has(a['Appel']) ? a : blank(a, 'Appel'))),
    demandes: dated.demandes
      .filter((d) => open.has(d['Appel']))
      .map((d) => {
        const late = (dayOf(d, 'Date de décision') ?? '') > au;
        if (!late && (d['Projet'] === undefined || d['Projet'] === '' || ofDecided(d))) return d;
        return { ...blank(d, 'Date de décision', 'Projet'), Décision: 'En attente' };
      }),
  };
}

/** Every day that a register names, in order. */
export function joursDe(registre: Registre): string[] {
  const days = FEUILLES.flatMap((id) =>
    registre[id].flatMap((row) => Object.keys(row).flatMap((heading) => dayOf(row, heading) ?? [])),
  );
  return [...new Set(days)].sort();
}
