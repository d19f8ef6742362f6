/** Every sentence of the figures. Parts arrive already formatted; only words are chosen here. */
import { formatCompte, joinListe, majuscule, pluriel } from '../format';

export const TERMES = {
  cycle: 'Cycle',
  territoire: 'Territoire',
  priorite: 'Priorité',
  exercice: 'Exercice',
  annee: 'Année du cycle',
  enveloppe: 'Enveloppe',
  accorde: 'Accordé',
  part: 'Part de l’enveloppe',
  reste: 'Reste à accorder',
  verse: 'Versé',
  dontVerse: 'Versé, part de l’accordé',
  resteAVerser: 'Reste à verser',
  date: 'Date',
  annonce: 'Annonce',
  decision: 'Décision du conseil',
  cumul: 'Accordé, cumulé',
  ecoule: 'Part du cycle écoulée',
  projet: 'Projet',
  organisme: 'Organisme',
  siege: 'Siège',
  projets: 'Projets',
  gravite: 'Gravité',
  constat: 'Constat',
  cellule: 'Où',
  ligne: 'Ligne',
  donnee: 'Donnée',
  recue: 'Valeur reçue',
  montree: 'Valeur montrée',
  auteur: 'Par',
  motif: 'Pourquoi',
  vide: 'vide',
  total: 'Total connu',
  mention: 'Mention',
  ensemble: 'Ensemble du cycle',
  inconnue: 'part inconnue',
  nonVentile: 'non ventilé, part inconnue',
  arrondi: 'Écart d’arrondi',
  sansOctroi: 'rien de publié',
  sansEnveloppe: 'non publiée',
  organismeInconnu: 'non nommé par la source',
  enDollars: 'En dollars accordés',
  horsChoix: 'hors du choix',
  telQueDecide: (jour: string) => `tel que décidé au ${jour}`,
  sansChoix: 'Sans ce choix',
  sansExercice: (exercice: string) =>
    `Tous les exercices : le choix de ${exercice} n’y change rien`,
  derriere: 'En pâle, derrière : la même figure sans ce choix',
} as const;

export const DEFINITIONS = {
  accorde:
    'Accordé : somme que le fonds a décidé de donner à un projet. Ce n’est ni l’argent versé, ni l’argent dépensé.',
  verse:
    'Versé : somme remise à l’organisme, à la date du versement. Pour un projet de plusieurs priorités, elle est répartie comme l’octroi. Reste à verser = accordé − versé.',
  enveloppe:
    'Enveloppe : argent réservé pour un cycle. Part de l’enveloppe = accordé ÷ enveloppe. Reste = enveloppe − accordé.',
  exercice:
    'Exercice : du 1er avril au 31 mars. Un octroi est rangé à la date de son annonce ; un mois compte à son dernier jour.',
  ecoule: 'Part du cycle écoulée : jours passés à la date des données ÷ jours du cycle.',
  annee: 'Année du cycle : premier, deuxième… exercice depuis le début du cycle.',
  priorite:
    'Priorité : enjeu auquel un projet répond. « Priorité non publiée » : aucune source publique ne la donne.',
  territoire: 'Territoire : celui que le projet sert, et non le siège de l’organisme.',
  siege: 'Siège : adresse de l’organisme ; ses projets peuvent servir d’autres territoires.',
  projets:
    'Projets qu’une source publique nomme. Un montant « environ » est arrondi par la source.',
  constats:
    'Constat : ce que la vérification des fichiers a trouvé, avec le fichier et la cellule. Aucun de ceux-ci n’a bloqué la publication.',
  corrections:
    'Correction : valeur inscrite à la main qui l’emporte sur la valeur reçue. Les deux restent montrées.',
  precision:
    '« Au moins » et « au plus » : la source donne une borne, ou une partie des octrois n’est pas publique. « (calculé) » : obtenu par différence entre deux montants publiés.',
} as const;

export const OMISSIONS = {
  verseDepense:
    'Les montants versés et dépensés ne sont pas montrés : aucune source ne les publie.',
  verse: (cycles: readonly string[]) =>
    `Le versé n’est pas montré pour ${joinListe(cycles)} : aucun versement n’est publié.`,
  verseInconnu: (montant: string, choix: readonly string[]) =>
    `${majuscule(montant)} versés ne peuvent être ventilés : la part de ${joinListe(choix.map((c) => `« ${c} »`))} y est inconnue.`,
  verseExercice:
    'Avec un exercice choisi, le versé est celui de l’exercice, octrois d’avant compris : il ne se compare pas à l’accordé.',
  depense: 'Le dépensé n’est pas montré : aucune source ne le publie.',
  depenseDuFonds:
    'Le dépensé n’est publié que pour l’ensemble du fonds : il n’est pas montré par territoire.',
  enveloppeParTerritoire: (cycles: readonly string[]) =>
    `L’enveloppe par territoire n’est pas montrée pour ${joinListe(cycles)} : aucune source ne la publie.`,
  inconnue: (montant: string, choix: readonly string[]) =>
    `${majuscule(montant)} ne peuvent être ventilés : la part de ${joinListe(choix.map((c) => `« ${c} »`))} y est inconnue.`,
  arrondi: (montant: string) =>
    `${montant} d’écart d’arrondi entre un total publié et ses parties n’est attribué à aucun choix.`,
  couverture: (cycle: string, note: string) => `${cycle} : ${note}`,
  rapprochee:
    'Une priorité marquée « (rapprochée) » est déduite des mots de la source par l’équipe, et non déclarée.',
  projetsNonNommes: (nommes: number, annonces: number) =>
    `${formatCompte(Math.max(0, annonces - nommes), 'projet', 'projets')} sur ${annonces} annoncés ne ${pluriel(annonces - nommes, 'est', 'sont')} pas ${pluriel(annonces - nommes, 'montré', 'montrés')} : aucune source lue ne ${pluriel(annonces - nommes, 'le', 'les')} nomme.`,
  projetsHorsAnnonce: (n: number) =>
    `${formatCompte(n, 'projet', 'projets')} de cette liste ${pluriel(n, 'est cité', 'sont cités')} hors de toute annonce lue.`,
  projetsSansPlace: (n: number) =>
    `${formatCompte(n, 'projet', 'projets')} dont le territoire, la priorité ou la date n’est pas ${pluriel(n, 'publié', 'publiés')} ne ${pluriel(n, 'peut', 'peuvent')} être ${pluriel(n, 'rattaché', 'rattachés')} à ce choix.`,
  organismesEnTableau: (n: number) =>
    `${formatCompte(n, 'autre organisme est', 'autres organismes sont')} dans le tableau, et non dans le graphique.`,
  constatsFiltres: 'Cette liste ne suit pas les filtres : elle porte sur les fichiers reçus.',
  correctionsFiltres:
    'Cette liste ne suit pas les filtres : elle porte sur toutes les valeurs reçues.',
} as const;

export interface PartDeCycle {
  readonly cycle: string;
  readonly accorde: string;
  readonly part: string | null;
}

const accordes = (montant: string) => `${montant} accordés`;

export const TITRES = {
  enveloppe: (cycles: readonly PartDeCycle[]) =>
    `${majuscule(
      cycles
        .map(({ cycle, accorde, part }, index) => {
          if (part === null) return `${accordes(accorde)} en ${cycle}`;
          return index === 0
            ? `${part} de l’enveloppe ${cycle} est accordée`
            : `${part} de celle de ${cycle}`;
        })
        .join(' ; '),
    )}.`,
  enveloppeDe: (lieu: string, cycles: readonly PartDeCycle[]) =>
    `${lieu} : ${joinListe(cycles.map((c) => `${accordes(c.accorde)} en ${c.cycle}`))}.`,
  rienDePublie: (quoi: string) => `Rien n’est publié pour ${quoi}.`,
  trajectoire: (ecoule: string, cycle: string, part: string, suite: string) =>
    `À ${ecoule} du cycle ${cycle}, ${part} de l’enveloppe est accordée${suite}.`,
  trajectoireFinie: (cycle: string, part: string) =>
    `Au terme du cycle ${cycle}, ${part} de l’enveloppe est accordée selon les annonces lues.`,
  trajectoireMontant: (ecoule: string | null, cycle: string, accorde: string, suite: string) =>
    ecoule === null
      ? `Au terme du cycle ${cycle}, ${accorde} sont accordés selon les annonces lues.`
      : `À ${ecoule} du cycle ${cycle}, ${accorde} sont accordés${suite}.`,
  prioriteNonPubliee: (part: string | null) =>
    part === null
      ? 'Aucune source ne donne la priorité des sommes accordées connues.'
      : `Aucune source ne donne la priorité de ${part} des sommes accordées connues.`,
  priorite: (nom: string, montant: string) => `« ${nom} » reçoit le plus : ${montant}.`,
  territoire: (nom: string, montant: string) => `${nom} reçoit le plus : ${montant}.`,
  territoireEnPartie: (nom: string, montant: string, autres: string) =>
    `${nom} reçoit le plus des sommes ventilées : ${montant}. Aucune source ne ventile les autres, ${autres} du total connu.`,
  territoireNonVentile: 'Aucune source ne ventile ces sommes par territoire.',
  organismes: (n: number, nom: string, montant: string) =>
    `${formatCompte(n, 'organisme est soutenu', 'organismes sont soutenus')} ; « ${nom} » reçoit le plus : ${montant}.`,
  exercice: (exercice: string, montant: string) =>
    `C’est en ${exercice} que les sommes annoncées sont les plus grandes : ${montant}.`,
  cycles: (annee: number, courant: string, montant: string, autres: readonly string[]) =>
    `À sa ${annee === 1 ? 'première' : `${annee}e`} année, le cycle ${courant} a accordé ${montant}${autres.length > 0 ? ` ; au même point, ${joinListe(autres)}` : ''}.`,
  autreCycle: (cycle: string, montant: string | null) =>
    montant === null ? `rien n’est publié pour ${cycle}` : `${cycle} en avait accordé ${montant}`,
  projets: (nommes: number, annonces: number | null) =>
    annonces === null
      ? `${formatCompte(nommes, 'projet nommé', 'projets nommés')} par une source publique.`
      : `${nommes} des ${annonces} projets annoncés ${pluriel(nommes, 'est nommé', 'sont nommés')} par une source publique.`,
  corrections: (n: number) =>
    n === 0
      ? 'Aucune valeur reçue n’a été corrigée à la main.'
      : `${formatCompte(n, 'valeur reçue a été corrigée', 'valeurs reçues ont été corrigées')} à la main.`,
  constats: (n: number) =>
    n === 0
      ? 'Aucun point à expliquer dans les données publiées.'
      : `${formatCompte(n, 'point', 'points')} que les sources laissent sans explication ou donnent différemment.`,
} as const;
