/** Sentences of the page where readers write their own questions. */
import type { ColumnType } from '../domain/column';
import { formatCompte, formatNombre, joinListe, majuscule, pluriel } from '../format';

const lignes = (n: number): string => formatCompte(n, 'ligne', 'lignes');

/** What is said of a statement that was refused; `sujet` is the name or word at fault. */
export const REFUS = {
  vide: () => 'Écrivez une requête, puis exécutez-la.',
  plusieurs: () => 'Une seule requête à la fois : gardez-en une et enlevez les autres.',
  ecriture: () =>
    'Cette page ne fait que lire les tables : la requête doit être une lecture, comme SELECT, FROM, WITH ou VALUES.',
  syntaxe: (sujet: string | null) =>
    sujet === null || sujet.trim() === ''
      ? 'La requête n’est pas complète, ou pas bien écrite.'
      : `La requête n’est pas bien écrite, près de « ${sujet} ».`,
  table: (sujet: string | null) => `Aucune table ne s’appelle « ${sujet ?? ''} ».`,
  colonne: (sujet: string | null) => `Aucune colonne ne s’appelle « ${sujet ?? ''} » ici.`,
  fonction: (sujet: string | null) =>
    sujet === null
      ? 'Une fonction ou une opération ne convient pas à ces valeurs, ou n’est pas offerte ici.'
      : `La fonction « ${sujet} » n’est pas offerte ici.`,
  acces: () =>
    'Cette page ne lit que les tables publiées : ni fichier, ni adresse. La liste des tables est plus bas.',
  valeur: () => 'Une valeur ne peut pas être convertie ou calculée comme demandé.',
  parametre: (sujet: string | null) =>
    `La requête attend une valeur pour ${sujet ?? 'un paramètre'} : écrivez-la à cet endroit.`,
  memoire: () =>
    'La requête demande trop de mémoire. Réduisez-la, par exemple avec WHERE ou LIMIT.',
  autre: () => 'La requête ne peut pas être exécutée telle qu’elle est écrite.',
  panne: () =>
    'La requête a arrêté le moteur de calcul, sans doute faute de mémoire. Réduisez-la ; le moteur sera rouvert à la prochaine exécution.',
} as const;

export const EXPLORER = {
  titre: 'Explorer les données',
  description:
    'Les tables publiées du fonds, leurs colonnes et leurs définitions, et un éditeur SQL pour les interroger.',
  intro:
    'Posez vos propres questions aux tables publiées, en SQL. Tout se calcule dans votre navigateur : rien n’est envoyé, et les tables ne peuvent pas être changées.',
  sansScript:
    'L’éditeur a besoin de JavaScript. Sans lui, voici les exemples, les tables et leurs colonnes ; les fichiers se téléchargent au bas de la page.',
  editeur: 'Requête',
  editeurNom: 'Requête SQL',
  clavier:
    'Ctrl + Entrée (ou ⌘ + Entrée) exécute. Échap ferme les suggestions, puis Tab quitte l’éditeur.',
  executer: 'Exécuter',
  annuler: 'Annuler',
  annulation: 'Annulation en cours',
  annulee: 'La requête est annulée.',
  enCours: 'Requête en cours.',
  lues: (n: number) => `${lignes(n)} ${pluriel(n, 'lue', 'lues')}`,
  moteur: 'Chargement du moteur de calcul, qui répond aux requêtes',
  moteurSuite: 'La page reste lisible sans lui.',
  inconnue: (nom: string) => `Aucune question du site ne s’appelle « ${nom} ».`,
  endroit: (ligne: number, colonne: number) => `Ligne ${ligne}, colonne ${colonne}.`,
  proches: (noms: readonly string[]) => `Noms proches : ${joinListe(noms)}.`,
  detail: 'Message du moteur (en anglais)',
  resultat: 'Résultat',
  trouvees: (total: number, montrees: number, secondes: number) =>
    [
      total === 0 ? 'Aucune ligne ne répond à cette requête' : lignes(total),
      ...(montrees < total ? [`les ${formatNombre(montrees)} premières sont montrées`] : []),
      `${formatNombre(secondes, { decimales: secondes < 1 ? 2 : 1 })}\u00a0s`,
    ].join(', ') + '.',
  absent: 'absent',
  oui: 'oui',
  non: 'non',
  legende: (total: number, montrees: number) =>
    montrees < total
      ? `Résultat de la requête, ${formatNombre(montrees)} premières lignes sur ${formatNombre(total)}`
      : 'Résultat de la requête',
  telecharger: 'Télécharger le résultat',
  telechargerEn: (format: string) => `Télécharger le résultat en ${format}`,
  limiteFichier: (limite: number) =>
    `Les fichiers tiennent les ${formatNombre(limite)} premières lignes.`,
  copierLien: 'Copier le lien vers la requête',
  tracer: { barres: 'Tracer en barres', ligne: 'Tracer en ligne' },
  fermer: 'Fermer la figure',
  fichier: 'requete',
  exemples: 'Exemples',
  lire: 'Lire la requête',
  ouvrir: 'Ouvrir dans l’éditeur',
  tables: 'Tables et colonnes',
  tablesIntro: (n: number) =>
    `${formatCompte(n, 'table publiée', 'tables publiées')}. Une valeur absente reste absente : elle n’est jamais un zéro.`,
  lignes,
  colonnes: { nom: 'Colonne', type: 'Type', definition: 'Définition' },
} as const;

/** Titles of the examples, by the name of each. */
export const TITRES_EXEMPLES = {
  'accorde-par-territoire': 'Combien a été accordé à chaque territoire, cycle par cycle ?',
  'accorde-par-exercice': 'Combien a été accordé pendant chaque exercice ?',
  'accorde-par-priorite': 'À quelles priorités va l’argent accordé ?',
  'reste-par-cycle': 'Que reste-t-il de l’enveloppe de chaque cycle ?',
  'accorde-cumule': 'Combien avait été accordé, jour après jour ?',
  'projets-les-plus-finances': 'Quels projets nommés ont reçu le plus ?',
  organismes: 'Quels organismes ont eu un projet, et combien leur a été accordé ?',
  'totaux-verifies': 'Les totaux publiés concordent-ils avec la somme des octrois ?',
  'lignes-par-source': 'De quelles sources viennent les montants accordés ?',
} as const;

export const TYPES_COLONNES: Readonly<Record<ColumnType, string>> = {
  texte: 'texte',
  entier: 'nombre entier',
  montant: 'montant en dollars',
  date: 'date',
  booleen: 'vrai ou faux',
};

/** The figure that a result can be opened as. */
export const FIGURE_LIBRE = {
  titre: (mesure: string, par: string, n: number) =>
    `${majuscule(mesure)} par ${par} : ${formatCompte(n, 'barre', 'barres')}, d’après votre requête`,
  titreLigne: (mesure: string, par: string, n: number) =>
    `${majuscule(mesure)} par ${par} : ${formatCompte(n, 'jour', 'jours')}, d’après votre requête`,
  sousTitre: 'Figure tracée à partir d’une requête de lecteur',
  definition:
    'Chaque barre, ou chaque point, est une ligne du résultat : la première colonne de mots ou de dates, et la première colonne de nombres. Les nombres sont ceux de la requête, sans la précision que les pages du site leur donnent.',
  reste: (montrees: number, total: number) =>
    `${formatNombre(montrees)} lignes sur ${formatNombre(total)} sont tracées.`,
  sansValeur: (n: number) => `${lignes(n)} sans valeur, sans barre ni point.`,
  requete: (sql: string) => `Requête : ${sql}`,
} as const;

/** Words of the editor itself, from its English. */
export const EDITEUR = {
  Completions: 'Suggestions',
  'Control character': 'Caractère de contrôle',
  'Selection deleted': 'Sélection supprimée',
  Diagnostics: 'Erreurs',
  'No diagnostics': 'Aucune erreur',
  close: 'fermer',
} as const;
