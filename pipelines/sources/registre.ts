/** The register: one workbook, or one CSV a sheet, kept by the fund's own staff. */
import { champ, type Champ, type Feuille, type SourceKind } from './kind';

const plein = { rempli: true } as const;
const facultatif = { requis: false } as const;

const numero = (quoi: string) =>
  champ('texte', ['Numéro', 'No', 'N°', 'Code', 'Identifiant', `Numéro ${quoi}`], {
    ...plein,
    aide: 'Unique dans la feuille. Ne le changez plus une fois donné.',
  });

const cycle = champ('texte', ['Cycle', 'Cycle de financement'], { ...plein, alias: 'cycles' });
const territoire = champ('texte', ['Territoire', 'MRC', 'Territoire servi'], {
  ...plein,
  alias: 'territoires',
  aide: 'Territoire servi, et non celui du siège de l’organisme.',
});
const bailleur = champ('texte', ['Bailleur', 'Bailleur de fonds', 'Source du financement'], {
  ...plein,
  alias: 'bailleurs',
});
const resolution = champ('texte', ['Résolution', 'Numéro de résolution', 'No de résolution'], {
  ...facultatif,
});
const note = champ('texte', ['Note', 'Notes', 'Remarque', 'Remarques', 'Commentaire'], {
  ...facultatif,
  libre: true,
  restreint: true,
  aide: 'Pour vous seulement : jamais publiée.',
});
const projet = champ('texte', ['Projet', 'Numéro de projet', 'No de projet'], {
  ...plein,
  vers: 'projets',
  aide: 'Numéro du projet, tel que dans la feuille Projets.',
});

function sheet(
  feuille: Feuille,
  cle: readonly string[],
  champs: Readonly<Record<string, Champ>>,
): SourceKind {
  return { id: `registre-${feuille.id.replace('_', '-')}`, feuille, cle, champs, ignores: [] };
}

export const enveloppes = sheet(
  {
    id: 'enveloppes',
    noms: ['Enveloppes', 'Enveloppe', 'Mouvements de l’enveloppe'],
    aide: 'Une ligne par mouvement de l’enveloppe. Un virement entre deux territoires = deux lignes de même date, dont la somme est zéro.',
    date: 'date_effet',
  },
  ['enveloppe_id'],
  {
    enveloppe_id: numero('de mouvement'),
    cycle,
    bailleur,
    territoire: { ...territoire, aide: 'Territoire à qui l’argent est réservé.' },
    mouvement: champ('texte', ['Mouvement', 'Type de mouvement'], {
      ...plein,
      valeurs: { Initiale: 'initiale', Virement: 'virement', Ajout: 'ajout', Retour: 'retour' },
      aide: 'Initiale, Virement, Ajout ou Retour. Un retour s’écrit en négatif.',
    }),
    date_effet: champ('date', ['Date d’effet', 'Date', 'En vigueur le'], plein),
    montant: champ('montant', ['Montant', 'Montant de l’enveloppe'], plein),
    resolution,
    note,
  },
);

export const apports = sheet(
  {
    id: 'apports',
    noms: ['Apports', 'Apport', 'Sommes reçues'],
    aide: 'Une ligne par somme reçue d’un bailleur, retenue pour les frais du mandataire ou retournée. Montants toujours positifs.',
    date: 'date',
  },
  ['apport_id'],
  {
    apport_id: numero('d’apport'),
    cycle,
    bailleur,
    nature: champ('texte', ['Nature', 'Type'], {
      ...plein,
      valeurs: { Reçu: 'recu', Frais: 'frais', Retour: 'retour' },
      aide: 'Reçu du bailleur, Frais du mandataire, ou Retour au bailleur.',
    }),
    date: champ('date', ['Date', 'Date de réception'], plein),
    montant: champ('montant', ['Montant'], plein),
    note,
  },
);

export const appels = sheet(
  {
    id: 'appels',
    noms: ['Appels', 'Appels de projets', 'Appel'],
    aide: 'Une ligne par appel de projets.',
    date: 'date_ouverture',
  },
  ['appel_id'],
  {
    appel_id: numero('d’appel'),
    cycle,
    titre: champ('texte', ['Titre', 'Nom', 'Appel'], { ...plein, libre: true }),
    date_ouverture: champ('date', ['Ouverture', 'Date d’ouverture'], plein),
    date_limite: champ('date', ['Date limite', 'Fermeture', 'Date de fermeture'], plein),
  },
);

export const demandes = sheet(
  {
    id: 'demandes',
    noms: ['Demandes', 'Demande', 'Demandes reçues'],
    aide: 'Une ligne par demande reçue, acceptée ou non. Seuls le nombre et la somme sont publiés.',
    date: 'date_depot',
  },
  ['demande_id'],
  {
    demande_id: { ...numero('de demande'), restreint: true },
    appel: champ('texte', ['Appel', 'Numéro d’appel', 'Appel de projets'], {
      ...plein,
      vers: 'appels',
    }),
    organisme: champ('texte', ['Organisme', 'Organisme demandeur'], {
      ...plein,
      vers: 'organismes',
      restreint: true,
    }),
    titre: champ('texte', ['Titre', 'Titre du projet'], { ...plein, libre: true, restreint: true }),
    territoire: { ...territoire, restreint: true },
    priorite: champ('texte', ['Priorité', 'Priorité principale'], {
      ...facultatif,
      alias: 'priorites',
      restreint: true,
    }),
    date_depot: champ('date', ['Date de dépôt', 'Déposée le', 'Reçue le'], {
      ...plein,
      restreint: true,
    }),
    montant_demande: champ('montant', ['Montant demandé', 'Somme demandée'], {
      ...plein,
      restreint: true,
    }),
    decision: champ('texte', ['Décision', 'État', 'Statut'], {
      ...plein,
      restreint: true,
      valeurs: {
        Accordée: 'accordee',
        Refusée: 'refusee',
        Retirée: 'retiree',
        'En attente': 'en-attente',
      },
    }),
    date_decision: champ('date', ['Date de décision', 'Décidée le'], { restreint: true }),
    projet: { ...projet, rempli: false, restreint: true, aide: 'Si la demande est accordée.' },
    note,
  },
);

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

export const octrois = sheet(
  {
    id: 'octrois',
    noms: ['Octrois', 'Octroi', 'Décisions'],
    aide: 'Une ligne par décision. Un amendement est une ligne de plus, de la différence seulement (négative si la somme baisse).',
    date: 'date_decision',
  },
  ['octroi_id'],
  {
    octroi_id: numero('d’octroi'),
    projet,
    nature: champ('texte', ['Nature', 'Type', 'Type de décision'], {
      ...plein,
      valeurs: { Initial: 'initial', Amendement: 'amendement' },
    }),
    bailleur,
    date_decision: champ('date', ['Date de décision', 'Date', 'Date de la résolution'], plein),
    resolution: { ...resolution, requis: true },
    montant_accorde: champ('montant', ['Montant accordé', 'Montant', 'Somme accordée'], plein),
    annonce: champ('texte', ['Annonce', 'Numéro d’annonce'], {
      vers: 'annonces',
      aide: 'Annonce publique qui compte cette décision ; vide s’il n’y en a pas.',
    }),
    note,
  },
);

export const versements = sheet(
  {
    id: 'versements',
    noms: ['Versements', 'Versement', 'Paiements'],
    aide: 'Une ligne par somme versée à l’organisme.',
    date: 'date_versement',
  },
  ['versement_id'],
  {
    versement_id: numero('de versement'),
    projet,
    bailleur,
    date_versement: champ('date', ['Date du versement', 'Date', 'Versé le'], plein),
    montant_verse: champ('montant', ['Montant versé', 'Montant', 'Somme versée'], plein),
    note,
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

export const annonces = sheet(
  {
    id: 'annonces',
    noms: ['Annonces', 'Annonce', 'Annonces publiques'],
    aide: 'Une ligne par total publié. Sans territoire : le total de l’annonce, qui doit y être. Ces totaux vérifient les octrois et ne s’y ajoutent jamais.',
    date: 'date_annonce',
  },
  ['annonce_id', 'territoire'],
  {
    annonce_id: champ('texte', ['Numéro', 'No', 'N°', 'Code', 'Identifiant', 'Numéro d’annonce'], {
      ...plein,
      aide: 'Le même pour toutes les lignes d’une annonce.',
    }),
    cycle,
    titre: champ('texte', ['Titre', 'Annonce', 'Nom'], { ...plein, libre: true }),
    date_annonce: champ('date', ['Date d’annonce', 'Date', 'Annoncée le'], plein),
    appel: champ('texte', ['Appel', 'Numéro d’appel'], { vers: 'appels' }),
    bailleur: { ...bailleur, aide: 'Bailleur des sommes annoncées.' },
    territoire: {
      ...territoire,
      rempli: false,
      aide: 'Vide pour le total de l’annonce.',
    },
    montant_annonce: champ('montant', ['Montant annoncé', 'Montant', 'Total annoncé'], plein),
    precision: champ('texte', ['Précision'], {
      ...plein,
      valeurs: { Exact: 'exact', 'Au moins': 'minimum', 'Au plus': 'maximum', Arrondi: 'arrondi' },
      aide: 'Exact, Au moins (« plus de »), Au plus, ou Arrondi (au dollar près).',
    }),
    nombre_projets: champ('entier', ['Nombre de projets', 'Projets'], {}),
    nombre_organismes: champ('entier', ['Nombre d’organismes', 'Organismes'], {
      requis: false,
    }),
  },
);

/** Sheets of the register, in the order in which staff fill them in. */
export const registre: readonly SourceKind[] = [
  enveloppes,
  apports,
  appels,
  demandes,
  organismes,
  projets,
  projetsPriorites,
  octrois,
  versements,
  indicateurs,
  annonces,
];
