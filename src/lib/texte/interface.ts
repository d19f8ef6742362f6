import { FICTIF } from '../domain/fictif';
import type { Dimension } from '../domain/choix';

const DIMENSIONS: Record<Dimension, { nom: string; tous: string }> = {
  cycle: { nom: 'Cycle', tous: 'Tous' },
  territoire: { nom: 'Territoire', tous: 'Tous' },
  priorite: { nom: 'Priorité', tous: 'Toutes' },
  exercice: { nom: 'Exercice', tous: 'Tous' },
  organisme: { nom: 'Organisme', tous: 'Tous' },
};

/** Words of the frame around the figures, the filters and the layout. */
export const TEXTES = {
  graphiques: {
    rien: {
      montant: 'Aucun montant publié',
      nombre: 'Aucun nombre publié',
      part: 'Aucune part publiée',
    },
    echellePropre: 'Chaque partie a sa propre échelle.',
    partEcoulee: 'Part du cycle écoulée',
    rythme: 'Ligne pointillée : rythme régulier du début à la fin du cycle',
  },
  figure: {
    affichage: 'Affichage',
    filtrer: (nom: string) => `Filtrer : ${nom}`,
    graphique: 'Graphique',
    tableau: 'Tableau',
    memesNombres: 'Les mêmes nombres en tableau',
    provenance: 'D’où vient ce chiffre\u00a0?',
    definition: 'Définition',
    sources: 'Sources',
    cellules: 'Cellules lues\u00a0:',
    requete: 'Requête (SQL)',
    ouvrirRequete: 'Ouvrir la requête dans l’explorateur',
    signaler: 'Signaler une erreur dans cette figure',
    telecharger: 'Télécharger',
    telechargerFormat: (format: string, titre: string) =>
      `Télécharger en ${format}\u00a0: ${titre}`,
    formats: {
      XLSX: {
        suffixe: 'xlsx',
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      },
      CSV: { suffixe: 'csv', type: 'text/csv;charset=utf-8' },
      'CSV sans BOM': { suffixe: 'sans-bom.csv', type: 'text/csv;charset=utf-8' },
      JSON: { suffixe: 'json', type: 'application/json' },
      PNG: { suffixe: 'png', type: 'image/png' },
      SVG: { suffixe: 'svg', type: 'image/svg+xml' },
    },
    feuilleTableau: 'Tableau',
    feuilleLire: 'À lire',
    seule: 'Figure seule',
    seuleDe: (titre: string) => `Figure seule, à intégrer : ${titre}`,
    copierLien: 'Copier le lien',
    copierLienDe: (titre: string) => `Copier le lien vers la figure\u00a0: ${titre}`,
    lienCopie: 'Lien copié',
    lienACopier: (lien: string) => `Copiez ce lien\u00a0: ${lien}`,
    telechargementImpossible: (format: string) =>
      `Le fichier ${format} n’a pas pu être préparé. Essayez un autre format.`,
    dessinImpossible: 'Le graphique n’a pas pu être dessiné. Voici les mêmes nombres en tableau.',
    miseAJour: 'Mise à jour en cours',
    sourceUne: 'Source',
    source: (editeurs: string) => `Source\u00a0: ${editeurs}`,
    sourceRedditions: 'redditions des organismes, qui ne sont pas publiques',
    sourceRegistre: 'registre du fonds, qui n’est pas public',
  },
  filtres: {
    titre: 'Filtrer les chiffres',
    sansScript:
      'Les filtres ont besoin de JavaScript. Sans lui, tous les chiffres de cette page restent affichés, sans filtre.',
    choisis: 'Filtres choisis',
    retirer: (dimension: string, nom: string) => `Retirer le filtre ${dimension}\u00a0: ${nom}`,
    effacer: 'Effacer les filtres',
    inconnu: (id: string) => `${id} (inconnu)`,
    remonter: 'Tel que décidé au',
    auJour: (date: string) => `Tel que décidé au ${date}`,
    dimensions: DIMENSIONS,
  },
  remonter: {
    titre: 'Remonter dans le temps',
    aide: 'Le fonds tel qu’il était décidé un jour donné : octrois, enveloppes et versements d’après ce jour sont retirés.',
    curseur: 'D’une décision à l’autre',
    date: 'Tel que décidé au',
    jours: 'Jours de décision',
    jour: (date: string, compte: string) => `${date} (${compte})`,
    aujourdhui: (date: string) => `À la date des données, le ${date}`,
  },
  moteur: {
    chargement: 'Chargement du moteur de calcul, qui permet de filtrer',
    progression: (recu: string, attendu: string | null) =>
      attendu === null ? `${recu} reçus` : `${recu} de ${attendu}`,
    annuler: 'Annuler',
    echec: 'Le moteur de calcul n’a pas pu être chargé. Vérifiez votre connexion, puis réessayez.',
    annule: 'Le chargement du moteur de calcul est annulé.',
    sansFiltre: 'Les chiffres affichés restent ceux sans filtre.',
    detail: 'Détail de l’erreur\u00a0:',
    reessayer: 'Réessayer',
    reprendre: 'Reprendre le chargement',
  },
  site: {
    nom: 'Retombées',
    evitement: 'Aller au contenu',
    navigation: 'Fonds',
    fictif: FICTIF,
    fictifSuite: 'Fonds de démonstration\u00a0: aucun organisme ni montant n’est réel.',
    dateDonnees: 'Données au',
    licence: 'Licence\u00a0:',
    donnees: 'Données et méthode',
    regles: 'Règles de vérification',
    corrections: 'Corrections',
    accessibilite: 'Accessibilité',
    signaler: 'Signaler une erreur',
    signalementObjet: (titre: string) => `Erreur dans la page «\u00a0${titre}\u00a0»`,
    signalementFigure: (page: string, figure: string) => `${page}, figure « ${figure} »`,
    signalementCorps: (titre: string, url: string) =>
      `Page\u00a0: ${titre}\nAdresse\u00a0: ${url}\n\nCe qui est affiché\u00a0:\n\nCe qui devrait l’être, et votre source\u00a0:\n`,
  },
} as const;
