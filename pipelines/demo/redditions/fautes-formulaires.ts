/** Files that cannot be placed or read, or that come twice. */
import { addDays } from '../jours';
import type { Copie } from './copie';
import { champs, type Faute, geste, row, seul, withWords } from './faute';
import { eraseReference, linkTo } from './gestes-excel';
import { keepOtherFoot } from './gestes-word';
import { scanned } from './numerise';

/** The form of another fund, exercice, project or version. */
const ofReference =
  (change: Partial<Copie['dossier']['reference']>) =>
  (copie: Copie): Copie => ({
    ...copie,
    dossier: { ...copie.dossier, reference: { ...copie.dossier.reference, ...change } },
  });

const named =
  (nom: string) =>
  (copie: Copie): Copie => ({ ...copie, nom });

const withoutDay = (copie: Copie): Copie => ({ ...copie, recu: null });

/** Said by the office, since the file does not say it. */
const declared = (copie: Copie): Copie => ({ ...copie, projet: copie.tranche.projet.id });

const asPdf = (copie: Copie): Copie => {
  const { identite, exercice } = copie.dossier;
  const lignes = [
    'DONNÉES FICTIVES',
    `Bilan annuel ${exercice.id}, imprimé, signé et numérisé`,
    `${identite['projet'] ?? ''} : ${identite['titre'] ?? ''}`,
    identite['organisme'] ?? '',
  ];
  const pdf = {
    ...copie,
    nom: `Bilan ${exercice.id} numerise.pdf`,
    gestes: [() => scanned(lignes)],
  };
  return declared(pdf);
};

/** What is left of a file when its sending stops on the way. */
const cut = (bytes: Uint8Array) => bytes.slice(0, Math.floor(bytes.length * 0.6));

const blankBudget = (copie: Copie): Copie => {
  const { depenses = [], financement = [] } = copie.reponses.tableaux;
  const tableaux = {
    ...copie.reponses.tableaux,
    depenses: depenses.slice(0, 8).map(({ poste = '' }) => ({ poste })),
    financement: financement.map((l) =>
      l['source'] === 'fonds' ? l : { source: l['source'] ?? '' },
    ),
  };
  const blank = { ...copie, reponses: { ...copie.reponses, tableaux } };
  return champs({ explication_solde: null })(blank);
};

/** The first version, with a number that was wrong, then the right one some days later. */
const corrected =
  (wrong: (copie: Copie) => Copie, days: number) =>
  (copie: Copie): Copie[] => {
    const recu = copie.recu === null ? null : addDays(copie.recu, days);
    return [wrong(copie), { ...copie, nom: withWords(copie.nom, 'corrige'), recu }];
  };

/** The form of the exercice that follows the last one of the project. */
const oneYearMore = (copie: Copie): Copie => {
  const { tranche, dossier } = copie;
  const annee = Number(tranche.exercice.id.slice(0, 4)) + 1;
  const id = `${annee}-${annee + 1}`;
  const exercice = { id, debut: `${annee}-04-01`, fin: `${annee + 1}-03-31` };
  const moved = { ...copie, tranche: { ...tranche, exercice }, dossier: { ...dossier, exercice } };
  return ofReference({ exercice: id })({
    ...moved,
    nom: `${tranche.projet.id}-bilan-${id}.docx`,
    recu: `${annee + 2}-05-19`,
  });
};

export const FAUTES_FORMULAIRES: readonly Faute[] = [
  {
    regle: 'reddition-autre-format',
    reddition: 'P24-018/2025-2026',
    partie: 'bilan',
    lieu: null,
    effet: 'illisible',
    fait: seul(asPdf),
  },
  {
    regle: 'reddition-illisible',
    reddition: 'P19-053/2022-2023',
    partie: 'budget',
    lieu: null,
    effet: 'illisible',
    fait: seul(geste(cut), declared),
  },
  {
    regle: 'reddition-lien-externe',
    reddition: 'P19-102/2023-2024',
    partie: 'budget',
    lieu: null,
    fait: seul(geste(linkTo('Comptes 2023-2024.xlsx'))),
  },
  {
    regle: 'reddition-sans-reference',
    reddition: 'P19-047/2022-2023',
    partie: 'budget',
    lieu: null,
    effet: 'perdu',
    fait: seul(geste(eraseReference)),
  },
  {
    regle: 'reddition-deux-references',
    reddition: 'P19-050/2022-2023',
    partie: 'bilan',
    lieu: null,
    effet: 'perdu',
    fait: seul(geste(keepOtherFoot('P19-050', 'P19-031'))),
  },
  {
    regle: 'reddition-autre-fonds',
    reddition: 'P19-004/2021-2022',
    partie: 'bilan',
    lieu: null,
    fait: (copie) => [
      ofReference({ fonds: 'essai' })({ ...copie, nom: withWords(copie.nom, 'essai') }),
      copie,
    ],
  },
  {
    regle: 'reddition-autre-exercice',
    reddition: 'P19-056/2022-2023',
    partie: 'bilan',
    lieu: null,
    effet: 'perdu',
    fait: seul(ofReference({ exercice: '2021-2022' })),
  },
  {
    regle: 'reddition-projet-inconnu',
    reddition: 'P19-052/2022-2023',
    partie: 'bilan',
    lieu: null,
    effet: 'perdu',
    fait: seul(ofReference({ projet: 'P19-520' })),
  },
  {
    regle: 'reddition-non-attendue',
    reddition: 'P19-008/2020-2021',
    partie: 'bilan',
    lieu: null,
    fait: (copie) => [oneYearMore(copie), copie],
  },
  {
    regle: 'reddition-vide',
    reddition: 'P24-019/2025-2026',
    partie: 'budget',
    lieu: null,
    effet: 'manque',
    fait: seul(blankBudget),
  },
  {
    regle: 'formulaire-autre-version',
    reddition: 'P24-004/2024-2025',
    partie: 'bilan',
    lieu: null,
    fait: seul(ofReference({ version: '2024-2' })),
  },
  {
    regle: 'reddition-remplacee',
    reddition: 'P24-017/2025-2026',
    partie: 'budget',
    lieu: null,
    fait: corrected(
      row('depenses', 0, (l) => ({ ...l, description: 'À compléter' })),
      12,
    ),
  },
  {
    regle: 'reddition-remplacee',
    reddition: 'P19-049/2022-2023',
    partie: 'bilan',
    lieu: null,
    fait: corrected(champs({ participations: 9, personnes: 9 }), 20),
  },
  {
    regle: 'reddition-remplacee',
    reddition: 'P19-044/2021-2022',
    partie: 'bilan',
    lieu: null,
    fait: corrected(champs({ suite: 'À discuter au prochain conseil.', difficultes: null }), 9),
  },
  {
    regle: 'reddition-versions',
    reddition: 'P19-054/2022-2023',
    partie: 'budget',
    lieu: null,
    fait: (copie) => [
      champs({ explication_solde: null })(copie),
      champs({ explication_solde: 'Le dernier versement couvrira ces dépenses.' })(
        named(withWords(copie.nom, '(2)'))(copie),
      ),
    ],
  },
  {
    regle: 'reception-absente',
    reddition: 'P24-003/2024-2025',
    partie: 'budget',
    lieu: null,
    fait: seul(withoutDay),
  },
  {
    regle: 'reception-absente',
    reddition: 'P19-055/2022-2023',
    partie: 'bilan',
    lieu: null,
    fait: seul(withoutDay),
  },
];
