/** Sentences of the sealed editions: what opens them, what keeps them shut, and what they show. */
import type { EditionScellee } from '../domain/column';
import { formatCompte, formatNombre, pluriel } from '../format';

export const EDITIONS_TEXTE: Readonly<
  Record<EditionScellee, { readonly titre: string; readonly accroche: string }>
> = {
  ministere: {
    titre: 'Édition du ministère',
    accroche:
      'Redditions par projet, rapprochement de l’argent, personnes et résultats exacts, couverture.',
  },
  conseil: {
    titre: 'Édition du conseil',
    accroche:
      'Ce qui demande attention, les demandes une à une, les écarts par territoire, et toute l’édition du ministère.',
  },
};

export const SCEAU = {
  lien: 'Accès réservé',
  lienSuite:
    'Ces éditions sont publiées scellées : une phrase de passe, remise par le mandataire, les ouvre dans le navigateur.',
  explication:
    'Cette édition est publiée scellée. Elle s’ouvre ici, dans ce seul onglet, avec la phrase de passe remise par le mandataire du fonds ; rien n’en est gardé sur cet appareil.',
  demonstration: 'Fonds fictif : la phrase de passe est publique.',
  phrase: 'Phrase de passe',
  aide: 'Sept mots, avec ou sans accents, séparés par des espaces ou des traits d’union.',
  montrer: 'Montrer la phrase',
  ouvrir: 'Ouvrir',
  enCours: 'Ouverture en cours : la vérification de la phrase prend quelques secondes.',
  sansScript: 'L’ouverture d’une édition scellée demande JavaScript.',
  ouverte: (date: string) =>
    `Ouverte dans cet onglet seulement. Données au ${date}. Elle se verrouille après 15 minutes sans activité.`,
  verrouiller: 'Verrouiller',
  verrouillee: 'L’édition est verrouillée ; rien n’en reste dans cet onglet.',
  inactive: 'L’édition s’est verrouillée après 15 minutes sans activité.',
  filtres: 'Filtres de l’édition',
  erreurFiltre: 'Cette réponse n’a pas pu être calculée. Verrouillez, puis rouvrez l’édition.',
  sources: 'Redditions et registre du fonds',
} as const;

/** Why an edition stays shut, and what to do. */
export const REFUS_SCEAU = {
  phrase:
    'La phrase de passe n’ouvre pas cette édition. Vérifiez chaque mot ; si elle a été changée depuis, demandez la nouvelle au mandataire.',
  illisible:
    'Le fichier scellé reçu n’en est pas un, ou il est coupé. Rechargez la page ; si rien ne change, signalez-le au mandataire.',
  altere:
    'Le fichier scellé est abîmé ou a été modifié : rien n’en est montré. Rechargez la page ; si rien ne change, signalez-le au mandataire.',
  fonds:
    'Le fichier scellé est celui d’un autre fonds : rien n’en est montré. Signalez-le au mandataire.',
  edition:
    'Le fichier scellé est celui d’une autre édition : rien n’en est montré. Signalez-le au mandataire.',
  publication:
    'Le fichier scellé n’est pas de la même publication que cette page : rien n’en est montré. Rechargez la page ; si rien ne change, signalez-le au mandataire.',
  absent: 'Le fichier scellé n’a pas pu être téléchargé. Vérifiez la connexion, puis réessayez.',
  moteur:
    'Le moteur de calcul n’a pas pu démarrer : ce navigateur ou son administrateur interdit peut-être WebAssembly, ou la mémoire manque. Essayez un autre navigateur ou un autre ordinateur.',
} as const;

const ETATS: Readonly<Record<string, string>> = {
  attendue: 'attendue',
  recue: 'reçue',
  incomplete: 'incomplète',
  complete: 'complète',
  acceptee: 'acceptée',
};

export const sayEtat = (etat: string, enRetard: boolean): string =>
  etat === 'attendue' && enRetard ? 'en retard' : (ETATS[etat] ?? etat);

export const DECISIONS: Readonly<Record<string, string>> = {
  accordee: 'accordée',
  refusee: 'refusée',
  retiree: 'retirée',
  'en-attente': 'en attente',
};

const redditions = (n: number) => formatCompte(n, 'reddition', 'redditions');
const projets = (n: number) => formatCompte(n, 'projet', 'projets');

export const FIGURES_EDITIONS = {
  couverture: {
    titre: (recues: number, dues: number) =>
      `${formatNombre(recues)} ${pluriel(recues, 'reddition reçue', 'redditions reçues')} sur ${formatNombre(dues)} ${pluriel(dues, 'échue', 'échues')}`,
    sousTitre: 'Redditions échues, par exercice',
    legende: 'Redditions échues par exercice et par état',
    definition:
      'Une reddition est échue quand sa date d’échéance est passée à la date des données.',
  },
  redditions: {
    titre: (n: number, enRetard: number) =>
      `${redditions(n)}, dont ${formatNombre(enRetard)} en retard`,
    sousTitre: 'Une ligne par projet et par exercice',
    legende: 'Redditions par projet',
    definition:
      'En retard : échue et non reçue. Les jours de retard comptent de l’échéance à la réception, ou à la date des données.',
  },
  rapprochement: {
    titre: (n: number, ecarts: number) =>
      `${redditions(n)} ${pluriel(n, 'rapprochée', 'rapprochées')}, ${formatNombre(ecarts)} avec un écart`,
    sousTitre: 'En dollars ; accordé, versé et solde cumulés à la fin de l’exercice',
    legende: 'Rapprochement de l’argent par projet et par exercice',
    definition:
      'Solde : versé moins dépensé depuis le début du projet, à la fin de l’exercice ; un versement peut suivre. Le budget et le bilan disent chacun une dépense ; un écart est dit en toutes lettres.',
  },
  personnes: {
    titre: (n: number) => `Personnes comptées par ${redditions(n)}`,
    sousTitre: 'Nombres exacts, une ligne par projet et par exercice',
    legende: 'Personnes par projet, nombres exacts',
    definition:
      'Nombres écrits par les organismes. Une même personne peut être comptée par plusieurs projets : ces nombres ne s’additionnent pas en personnes différentes.',
  },
  resultats: {
    titre: (n: number) => `${formatCompte(n, 'résultat rapporté', 'résultats rapportés')}`,
    sousTitre: 'Nombres exacts, une ligne par projet, exercice et indicateur',
    legende: 'Résultats par projet, nombres exacts',
    definition: 'Cible du registre et réalisé écrit par l’organisme, pour chaque indicateur.',
  },
  retards: {
    titre: (n: number) =>
      n === 0 ? 'Aucune reddition n’est en retard' : `${redditions(n)} en retard`,
    sousTitre: 'Échues et non reçues à la date des données',
    legende: 'Redditions en retard',
    definition:
      'Une reddition est en retard quand son échéance est passée et qu’elle n’est pas reçue.',
  },
  soldes: {
    titre: (depassent: number, restent: number) =>
      `${projets(depassent)} ${pluriel(depassent, 'a dépensé', 'ont dépensé')} plus que versé, ${projets(restent)} ${pluriel(restent, 'garde', 'gardent')} un solde`,
    sousTitre: 'En dollars, depuis le début du projet, à la date du solde',
    legende: 'Soldes des projets, du plus grand dépassement au plus grand reste',
    definition:
      'Solde : versé moins dépensé depuis le début du projet, à la date des données si sa dernière reddition couvre sa fin, sinon à la fin de l’exercice de cette reddition. Négatif, le projet a dépensé plus que ce qui lui avait été versé à cette date.',
  },
  notes: {
    titre: (n: number, sur: number) =>
      `${formatCompte(n, 'réponse', 'réponses')} réservées au conseil, de ${redditions(sur)}`,
    sousTitre: 'Écarts, difficultés, suites et soldes expliqués par les organismes',
    legende: 'Réponses réservées au conseil',
    definition: 'Réponses aux questions que le formulaire réserve au conseil, mot pour mot.',
  },
  demandes: {
    titre: (n: number, accordees: number) =>
      `${formatCompte(n, 'demande reçue', 'demandes reçues')}, dont ${formatNombre(accordees)} ${pluriel(accordees, 'accordée', 'accordées')}`,
    sousTitre: 'Une ligne par demande, accordée ou non',
    legende: 'Demandes reçues, une à une',
    definition: 'Demandes du registre, sans nom de personne.',
  },
  territoires: {
    titre: (n: number) => `Argent de ${formatCompte(n, 'territoire', 'territoires')}, au cent près`,
    sousTitre: 'En dollars, par cycle et par territoire',
    legende: 'Enveloppe, accordé, versé et dépensé par territoire',
    definition:
      'Écart : enveloppe moins accordé. Dépensé : ce que les budgets reçus disent payé avec l’argent du fonds.',
  },
} as const;

export const COLONNES_EDITIONS = {
  projet: 'Projet',
  titre: 'Titre',
  organisme: 'Organisme',
  territoire: 'Territoire',
  exercice: 'Exercice',
  echeance: 'Échéance',
  etat: 'État',
  retard: 'Jours de retard',
  manques: 'Ce qui manque',
  dues: 'Échues',
  recues: 'Reçues',
  completes: 'Complètes ou acceptées',
  nonRecues: 'En retard',
  part: 'Part reçue',
  accorde: 'Accordé',
  verse: 'Versé',
  verseExercice: 'Versé dans l’exercice',
  depenseBudget: 'Dépensé (budget)',
  depenseBilan: 'Dépensé (bilan)',
  depense: 'Dépensé',
  solde: 'Solde',
  soldeDate: 'Date du solde',
  soldeFin: 'Solde à la fin de l’exercice',
  ecarts: 'Écarts',
  situation: 'Situation',
  indicateur: 'Indicateur',
  unite: 'Unité',
  cible: 'Cible',
  realise: 'Réalisé',
  commentaire: 'Commentaire',
  question: 'Question',
  reponse: 'Réponse',
  demande: 'Demande',
  appel: 'Appel',
  depot: 'Déposée le',
  demandee: 'Montant demandé',
  decision: 'Décision',
  cycle: 'Cycle',
  enveloppe: 'Enveloppe',
  ecart: 'Écart',
  total: 'Total',
} as const;

export const MOTS_EDITIONS = {
  absent: '—',
  nonCompte: 'non compté',
  termine: 'projet terminé',
  enCours: 'projet en cours',
} as const;

export const SECTIONS_EDITIONS = {
  attention: 'Ce qui demande attention',
  argent: 'L’argent',
  redditions: 'Les redditions',
  effets: 'Personnes et résultats',
  demandes: 'Les demandes',
} as const;
