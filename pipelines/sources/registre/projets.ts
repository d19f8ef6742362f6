/** Sheets of recipients, their projects and what these aim at. */
import { champ } from '../kind';
import { plein, facultatif, numero, cycle, territoire, note, projet, sheet } from './champs';

export const organismes = sheet(
  {
    id: 'organismes',
    noms: ['Organismes', 'Organisme', 'Organisations'],
    aide: 'Une ligne par organisme. Ne sont publiés que ceux qui ont un projet accordé.',
    date: null,
  },
  ['organisme_id'],
  {
    organisme_id: numero('d’organisme'),
    nom: champ('texte', ['Nom', 'Nom de l’organisme', 'Organisme'], { ...plein, libre: true }),
    municipalite: champ('texte', ['Municipalité', 'Ville'], {
      ...facultatif,
      aide: 'Du siège de l’organisme.',
    }),
    territoire: {
      ...territoire,
      rempli: false,
      entetes: ['Territoire du siège', 'MRC du siège', 'MRC', 'Territoire'],
      aide: 'Où l’organisme a son siège, ce qui n’est pas toujours le territoire servi.',
    },
    note,
  },
);

export const projets = sheet(
  {
    id: 'projets',
    noms: ['Projets', 'Projet'],
    aide: 'Une ligne par projet accordé. Son argent est dans la feuille Octrois.',
    date: null,
  },
  ['projet_id'],
  {
    projet_id: numero('de projet'),
    cycle,
    titre: champ('texte', ['Titre', 'Titre du projet', 'Nom du projet'], { ...plein, libre: true }),
    organisme: champ('texte', ['Organisme', 'Organisme porteur', 'Bénéficiaire'], {
      ...plein,
      vers: 'organismes',
      aide: 'Numéro ou nom, tel que dans la feuille Organismes.',
    }),
    territoire: { ...territoire, aide: 'Territoire dont l’enveloppe paie le projet.' },
    territoires_touches: champ('texte', ['MRC touchées', 'Territoires touchés'], {
      ...facultatif,
      alias: 'territoires',
      plusieurs: true,
      aide: 'Toutes les MRC où le projet agit, séparées par « ; ».',
    }),
    debut: champ('date', ['Début', 'Date de début', 'Début du projet'], plein),
    fin: champ('date', ['Fin', 'Date de fin', 'Fin du projet'], plein),
    description: champ('texte', ['Description', 'Résumé'], { ...facultatif, libre: true }),
    note,
  },
);

export const projetsPriorites = sheet(
  {
    id: 'projets_priorites',
    noms: ['Projets-priorités', 'Priorités des projets', 'Projets priorités'],
    aide: 'Une ligne par priorité d’un projet. Les parts d’un projet font 100 %.',
    date: null,
  },
  ['projet', 'priorite'],
  {
    projet,
    priorite: champ('texte', ['Priorité'], { ...plein, alias: 'priorites' }),
    part: champ('part', ['Part', 'Part (%)', 'Pourcentage'], {
      ...plein,
      aide: 'Pourcentage entier, de 1 à 100.',
    }),
  },
);

export const indicateurs = sheet(
  {
    id: 'indicateurs',
    noms: ['Indicateurs', 'Indicateur', 'Cibles'],
    aide: 'Une ligne par indicateur d’un projet, avec sa cible.',
    date: null,
  },
  ['projet', 'indicateur'],
  {
    projet,
    indicateur: champ('texte', ['Indicateur', 'Nom de l’indicateur'], { ...plein, libre: true }),
    unite: champ('texte', ['Unité', 'Unité de mesure'], plein),
    cible: champ('entier', ['Cible', 'Cible visée'], { ...plein, restreint: true }),
  },
);
