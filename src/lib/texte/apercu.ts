/** Sentences of the front page and of a fund's overview. */
import { formatCompte, joinListe, majuscule } from '../format';

export interface PartiesDeCycle {
  readonly cycle: string;
  readonly enveloppe: string | null;
  readonly accorde: string | null;
  readonly projets: number;
  readonly part: string | null;
}

const de = (texte: string) => (/^[aeiou]/i.test(texte) ? `d’${texte}` : `de ${texte}`);

export const PHRASES = {
  cycle: ({ cycle, enveloppe, accorde, projets, part }: PartiesDeCycle) => {
    const granted =
      accorde === null
        ? 'aucun octroi publié'
        : `${accorde} accordés${projets > 0 ? ` à ${formatCompte(projets, 'projet annoncé', 'projets annoncés')}` : ''}`;
    const from =
      enveloppe === null ? ', enveloppe non publiée' : `, sur une enveloppe ${de(enveloppe)}`;
    return `${cycle} : ${granted}${from}${part === null ? '' : `, soit ${part}`}.`;
  },
  demande: (annonce: string, nombre: string | null, montant: string) =>
    `${annonce} : ${nombre === null ? '' : `${nombre} reçues, pour `}${montant} demandés.`,
  contexte: (bailleur: string, enveloppe: string, cycle: string) =>
    `Hors de ces sommes, et jamais additionné : ${enveloppe} d’un autre bailleur pour ${cycle} (${bailleur}).`,
  resultat: (montants: readonly string[], projets: number) =>
    `${montants.length === 0 ? 'Aucun montant accordé connu pour ces choix' : majuscule(`${joinListe(montants)} accordés`)} ; ${formatCompte(projets, 'projet nommé', 'projets nommés')}.`,
} as const;

/** Doors of the front page; `vers` follows the address of the fund. */
export const PORTES = [
  {
    id: 'elus',
    titre: 'Membre du conseil',
    question: 'Qu’est-ce qui est engagé, que reste-t-il, où en est-on dans le cycle ?',
    liens: [
      { vers: '#enveloppe', texte: 'Voir l’enveloppe et la trajectoire' },
      { vers: '/territoires', texte: 'Voir la page de ma MRC' },
      { vers: '/redditions', texte: 'Voir les redditions à venir' },
    ],
  },
  {
    id: 'ministere',
    titre: 'Ministère',
    question: 'Où en sont les redditions, avec quels résultats, et les sommes s’accordent-elles ?',
    liens: [
      { vers: '/redditions', texte: 'Voir l’état des redditions' },
      { vers: '/resultats', texte: 'Voir les résultats et le bilan' },
      { vers: '/donnees#constats', texte: 'Voir les contrôles et les constats' },
    ],
  },
  {
    id: 'public',
    titre: 'Citoyenne, citoyen ou journaliste',
    question: 'Qui a reçu combien, pour quoi, et d’où vient ce chiffre ?',
    liens: [
      { vers: '/projets', texte: 'Chercher un projet ou un organisme' },
      { vers: '/resultats', texte: 'Voir ce que les projets ont donné' },
      { vers: '/donnees', texte: 'Télécharger les données' },
    ],
  },
] as const;

export const PAGE = {
  titre: 'Retombées',
  accroche: 'Ce qu’un fonds public fait de son argent, à vérifier soi-même.',
  portes: 'Que cherchez-vous ?',
  autresFonds: 'Autres fonds',
  aucunFonds: 'Aucun fonds n’est publié sur ce site.',
  apercu: 'Vue d’ensemble',
  filtres: 'Filtrer toutes les figures',
  au: 'Tel que décidé au',
  auSuite: 'Ce qui a été décidé, versé ou reçu après ce jour n’est pas compté.',
  fictif: 'DONNÉES FICTIVES',
  sommaire: 'Sur cette page',
  erreur:
    'La question n’a pas pu être posée aux données ; les figures montrées restent celles d’avant. Rechargez la page pour réessayer.',
} as const;

export const INTEGRER = {
  page: 'Voir la figure dans sa page',
  titre: 'Intégrer cette figure dans une page Web',
  aide: 'Copiez ce code dans votre page :',
} as const;

export const ERREURS = {
  introuvable: {
    titre: 'Page introuvable',
    suite: 'L’adresse a peut-être changé, ou ce fonds n’est pas publié ici.',
  },
  panne: { titre: 'La page n’a pas pu s’afficher', suite: 'Rechargez-la dans un moment.' },
  retour: 'Retourner à l’accueil',
} as const;
