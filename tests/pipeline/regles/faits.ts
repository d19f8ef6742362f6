/** Rules of public facts: sums, balances, published totals, and the names of organisations. */
import type { Fund } from '../lib/fund';
import { petitPlan, type Plan, type Projet, type Somme } from '../lib/plan';
import type { Fixture, Fixtures } from './fixture';
import { avecProjet, avecSommes, changeSomme, ENVELOPPES, faits, PROJETS } from './fonds-public';

const same = () => undefined;

const plans = (
  echoue: Plan,
  ou: string,
  passe: Plan,
  arrange: (fund: Fund) => void = same,
): Fixture => ({ echoue: faits(arrange, echoue), ou, passe: faits(arrange, passe) });

const projets = (ou: string, mauvais: Partial<Projet>, bon: Partial<Projet>) =>
  plans(avecProjet(mauvais), `${PROJETS}!${ou}`, avecProjet(bon));

const rives = (fund: Fund) =>
  fund.write(
    'alias/territoires.csv',
    `${fund.text('alias/territoires.csv')}Les deux rives,val;rive,\n`,
  );

const LIGNES: Fixtures = {
  'nature-incoherente': plans(
    avecSommes({ evenement: 'Appel 2021', territoire: 'Régional', nature: 'accordé' }),
    `${ENVELOPPES}!E14`,
    avecSommes({ evenement: 'Appel 2021', territoire: 'Régional', nature: 'restant' }),
  ),
  'territoires-ensemble': plans(
    avecSommes({ evenement: 'Annonce 2022', territoire: 'Les deux rives', nature: 'accordé' }),
    `${ENVELOPPES}!C14`,
    avecSommes({ evenement: 'Appel 2021', territoire: 'Les deux rives', nature: 'restant' }),
    rives,
  ),
  'octroi-sans-annonce': projets(
    'G4',
    { annonce: 'Appel 2021' },
    { annonce: 'Appel 2021', montant: '' },
  ),
  'attestation-divergente': plans(
    changeSomme(petitPlan, 1, { montant: '1 000 000,75' }),
    `${ENVELOPPES}!D3`,
    changeSomme(petitPlan, 1, { montant: '1 000 000,50', note: 'Arrondi au dollar' }),
  ),
};

const solde = (
  evenement: string,
  territoire: string,
  montant: string,
  nature: Somme['nature'] = 'disponible',
  date = '2021-09-01',
) => ({ evenement, territoire, montant, nature, date });

/** A second call, after the announcement of 2021. */
const suite = (montant: string, nature: Somme['nature']): Plan => ({
  ...avecSommes(solde('Appel 2022', 'Val-Cendré', montant, nature, '2022-03-01')),
  appels: [...petitPlan.appels, { id: 'appel-2022', cycle: '2021-2026', libelle: 'Appel 2022' }],
});

const derived = (fund: Fund) =>
  fund.write(
    'fonds.yaml',
    `${fund.text('fonds.yaml')}derivations:\n  - { annonce: annonce-2021, disponible: appel-2021, restant: appel-2022, motif: essai }\n`,
  );

const partout = (regional: string, ...more: readonly Partial<Somme>[]) =>
  avecSommes(
    solde('Appel 2021', 'Rive-aux-Hérons', '300 000,00'),
    solde('Appel 2021', "Pointe-d'Étain", '200 000,00'),
    solde('Appel 2021', 'Régional', regional),
    ...more,
  );

const SOLDES: Fixtures = {
  'solde-inexplique': plans(
    suite('180 000,00', 'disponible'),
    `${ENVELOPPES}!D14`,
    suite('179 999,50', 'disponible'),
  ),
  'derivation-comparee': plans(
    suite('180 000,00', 'restant'),
    `${ENVELOPPES}!D6`,
    suite('179 999,50', 'restant'),
    derived,
  ),
  'engagement-anterieur': plans(partout('199 999,99'), `${ENVELOPPES}!D5`, partout('200 000,00')),
  'controle-ecart-solde': plans(
    partout('200 000,00', solde('Appel 2021', 'Toute la vallée', '1 000 000,01')),
    `${ENVELOPPES}!D17`,
    partout('200 000,00', solde('Appel 2021', 'Toute la vallée', '1 000 000,00')),
  ),
  'controle-incomplet': plans(
    avecSommes(solde('Appel 2021', 'Toute la vallée', '1 000 000,00')),
    `${ENVELOPPES}!D14`,
    partout('200 000,01', solde('Appel 2021', 'Toute la vallée', '1 000 000,00')),
  ),
};

/** Both tellings of the envelope, « Plus de » an amount. */
const auMoins = (montant: string) =>
  [0, 1].reduce((plan, i) => changeSomme(plan, i, { montant, note: 'Plus de' }), petitPlan);

export const FAITS: Fixtures = {
  ...LIGNES,
  ...SOLDES,
  'enveloppe-minimum-depassee': plans(
    auMoins('270 000,49'),
    `${ENVELOPPES}!D2`,
    auMoins('270 000,50'),
  ),
  'organisme-sans-identifiant': projets('E4', { organisme: '協会' }, { organisme: '協会 12' }),
  'organismes-rapproches': projets(
    'E4',
    { organisme: 'ATELIER de Val Cendre' },
    { organisme: 'Atelier de Val-Cendreux' },
  ),
};
