/** What is due or late, with the days left: a list to read, and a table to merge into letters. */
import { FICTIF } from '../../src/lib/domain/fictif';
import type { Etat } from '../../src/lib/domain/reddition';
import { toDossier } from '../forms/dossiers';
import { toCsv } from '../lib/csv';
import { formatDate } from '../../src/lib/domain/mois';
import { texte } from '../lib/registre';
import { etatDe, type Reddition, type Redditions } from '../steps/redditions/reddition';

export interface Rappel {
  readonly reddition: Reddition;
  readonly etat: Etat;
  readonly organisme: string;
}

/** Reports that are neither complete nor accepted, of exercices that are over: the latest first. */
export function listRappels({ scene, liste, au }: Redditions): Rappel[] {
  return liste
    .filter((r) => r.exercice.fin < au)
    .map((reddition) => ({
      reddition,
      etat: etatDe(reddition, au),
      organisme: toDossier(scene, reddition).organisme,
    }))
    .filter(({ etat }) => ['attendue', 'recue', 'incomplete'].includes(etat.etat))
    .sort((a, b) => order(a).localeCompare(order(b), 'fr-CA', { numeric: true }));
}

const order = ({ reddition, organisme }: Rappel) =>
  `${reddition.echeance} ${organisme} ${reddition.id}`;

const jours = (n: number) => `${n} ${n < 2 ? 'jour' : 'jours'}`;

/** As « en retard de 12 jours », or « 30 jours restants ». */
export function sayDelai({ retard, reste, ponctualite }: Etat): string {
  if (retard !== null) return `en retard de ${jours(retard)}`;
  if (reste !== null) return `${jours(reste)} ${reste < 2 ? 'restant' : 'restants'}`;
  return ponctualite === 'inconnue' ? 'date de réception non inscrite' : 'reçue à temps';
}

const ETATS: Readonly<Record<string, string>> = {
  attendue: 'non reçue',
  recue: 'reçue, illisible',
  incomplete: 'incomplète',
};

const manquesOf = ({ etat }: Rappel): string =>
  etat.etat === 'attendue' ? 'Le bilan Word et le budget Excel' : etat.manques.join(' ; ');

/** A line a report, for the terminal. */
export const describeRappel = (rappel: Rappel): string => {
  const { reddition, etat, organisme } = rappel;
  return `${reddition.projet.id}, ${reddition.exercice.id} : ${ETATS[etat.etat] ?? ''}, ${sayDelai(etat)}. ${organisme}. Manque : ${manquesOf(rappel) || 'une copie lisible'}`;
};

const ENTETES = [
  'organisme',
  'projet',
  'titre',
  'exercice',
  'echeance',
  'etat',
  'jours_restants',
  'jours_retard',
  'manque',
  'fonds',
  'au',
] as const;

/** Records of the mail merge, headings first; a fictional fund says so in each. */
export function rappelsToCsv({ scene, au }: Redditions, rappels: readonly Rappel[]): string {
  const { nom, fictif } = scene.fonds;
  const rows = rappels.map((rappel) => {
    const { reddition, etat, organisme } = rappel;
    return [
      organisme,
      reddition.projet.id,
      texte(reddition.projet, 'titre') ?? '',
      reddition.exercice.id,
      formatDate(reddition.echeance),
      ETATS[etat.etat] ?? '',
      etat.reste === null ? '' : String(etat.reste),
      etat.retard === null ? '' : String(etat.retard),
      manquesOf(rappel),
      fictif ? `${nom}, ${FICTIF}` : nom,
      formatDate(au),
    ];
  });
  return toCsv([ENTETES, ...rows]);
}
