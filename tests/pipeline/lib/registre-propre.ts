/** A clean register as plain rows: no rule has anything to say of it. */
import type { FeuilleId } from '../../../pipelines/sources/kind';

/** A cell as it is typed: text, or an amount, a day and a whole number in their own types. */
export type Cellule = string | { readonly montant: string } | { readonly jour: string } | number;
export type Rangee = Readonly<Record<string, Cellule>>;
export type Registre = Readonly<Record<FeuilleId, readonly Rangee[]>>;

const m = (montant: string) => ({ montant });
const j = (jour: string) => ({ jour });
export const [BRUME, CYCLE] = ['Bureau des brumes', 'Cycle 2021-2026'];

const envelope = (
  n: string,
  territoire: string,
  mouvement: string,
  jour: string,
  montant: string,
): Rangee => ({
  Numéro: n,
  Cycle: CYCLE,
  Bailleur: BRUME,
  Territoire: territoire,
  Mouvement: mouvement,
  'Date d’effet': j(jour),
  Montant: m(montant),
});
const project = (
  n: string,
  titre: string,
  organisme: string,
  territoire: string,
  touchees: string,
): Rangee => ({
  Numéro: n,
  Cycle: CYCLE,
  Titre: titre,
  Organisme: organisme,
  Territoire: territoire,
  'MRC touchées': touchees,
  Début: j('2021-12-01'),
  Fin: j('2024-03-31'),
  Description: `Ce que fait ${n}.`,
});
const grant = (
  n: string,
  projet: string,
  nature: string,
  jour: string,
  resolution: string,
  montant: string,
  annonce = '',
): Rangee => ({
  Numéro: n,
  Projet: projet,
  Nature: nature,
  Bailleur: BRUME,
  'Date de décision': j(jour),
  Résolution: resolution,
  'Montant accordé': m(montant),
  Annonce: annonce,
});
const payment = (n: string, projet: string, jour: string, montant: string): Rangee => ({
  Numéro: n,
  Projet: projet,
  Bailleur: BRUME,
  'Date du versement': j(jour),
  'Montant versé': m(montant),
});
const application = (
  n: string,
  organisme: string,
  titre: string,
  montant: string,
  decision: string,
  projet = '',
): Rangee => ({
  Numéro: n,
  Appel: 'APP-1',
  Organisme: organisme,
  Titre: titre,
  Territoire: 'Val-Cendré',
  Priorité: 'Se loger',
  'Date de dépôt': j('2021-09-10'),
  'Montant demandé': m(montant),
  Décision: decision,
  'Date de décision': j('2021-11-03'),
  Projet: projet,
});

/** Nothing in it is to be found by any rule; every name is invented. */
export const PROPRE: Registre = {
  enveloppes: [
    envelope('ENV-1', 'Val-Cendré', 'Initiale', '2021-04-01', '300000.00'),
    envelope('ENV-2', 'Rive-aux-Hérons', 'Initiale', '2021-04-01', '200000.50'),
    envelope('ENV-3', 'Régional', 'Initiale', '2021-04-01', '250000.00'),
    envelope('ENV-4', 'Val-Cendré', 'Virement', '2022-05-10', '-40000.25'),
    envelope('ENV-5', 'Rive-aux-Hérons', 'Virement', '2022-05-10', '40000.25'),
    envelope('ENV-6', 'Régional', 'Ajout', '2022-06-01', '10000.00'),
    envelope('ENV-7', 'Val-Cendré', 'Retour', '2023-03-31', '-5000.00'),
  ],
  apports: [
    {
      Numéro: 'APT-1',
      Cycle: CYCLE,
      Bailleur: BRUME,
      Nature: 'Reçu',
      Date: j('2021-10-01'),
      Montant: m('400000.00'),
    },
    {
      Numéro: 'APT-2',
      Cycle: CYCLE,
      Bailleur: BRUME,
      Nature: 'Frais',
      Date: j('2021-12-15'),
      Montant: m('12500.75'),
    },
    {
      Numéro: 'APT-3',
      Cycle: CYCLE,
      Bailleur: BRUME,
      Nature: 'Retour',
      Date: j('2023-04-15'),
      Montant: m('1000.00'),
    },
  ],
  appels: [
    {
      Numéro: 'APP-1',
      Cycle: CYCLE,
      Titre: 'Appel de l’automne 2021',
      Ouverture: j('2021-09-01'),
      'Date limite': j('2021-10-01'),
    },
    {
      Numéro: 'APP-2',
      Cycle: CYCLE,
      Titre: 'Appel du printemps 2022',
      Ouverture: j('2022-03-01'),
      'Date limite': j('2022-04-01'),
    },
  ],
  demandes: [
    application('DEM-1', 'Maison du Héron', 'Un toit au Val', '90000.00', 'Accordée', 'P-1'),
    application('DEM-2', 'Atelier des Roseaux', 'La table longue', '60000.00', 'Accordée', 'P-2'),
    application('DEM-3', 'Coop du Lac Ambré', 'Navette des rives', '80000.00', 'Accordée', 'P-3'),
    application('DEM-4', 'Maison du Héron', 'Jardin clos', '20000.00', 'Refusée'),
    application('DEM-5', 'Coop du Lac Ambré', 'Atelier de réparation', '15000.33', 'Retirée'),
  ],
  organismes: [
    {
      Numéro: 'ORG-1',
      Nom: 'Maison du Héron',
      Municipalité: 'Cendreville',
      'Territoire du siège': 'Val-Cendré',
    },
    {
      Numéro: 'ORG-2',
      Nom: 'Atelier des Roseaux',
      Municipalité: 'Héronnière',
      'Territoire du siège': 'Rive-aux-Hérons',
    },
    {
      Numéro: 'ORG-3',
      Nom: 'Coop du Lac Ambré',
      Municipalité: 'Étainville',
      'Territoire du siège': "Pointe-d'Étain",
    },
  ],
  projets: [
    project('P-1', 'Un toit au Val', 'Maison du Héron', 'Val-Cendré', 'Val-Cendré'),
    project('P-2', 'La table longue', 'ORG-2', 'Rive-aux-Hérons', 'Rive-aux-Hérons'),
    project(
      'P-3',
      'Navette des rives',
      'Coop du Lac Ambré',
      'Régional',
      "Rive-aux-Hérons; Pointe-d'Étain",
    ),
  ],
  projets_priorites: [
    { Projet: 'P-1', Priorité: 'Se loger', Part: 100 },
    { Projet: 'P-2', Priorité: 'Se loger', Part: 33 },
    { Projet: 'P-2', Priorité: 'Se nourrir', Part: 67 },
    { Projet: 'P-3', Priorité: 'Se déplacer', Part: 100 },
  ],
  octrois: [
    grant('OCT-1', 'P-1', 'Initial', '2021-11-03', 'R-21-10', '80000.25', 'ANN-1'),
    grant('OCT-2', 'P-2', 'Initial', '2021-11-03', 'R-21-10', '60000.00', 'ANN-1'),
    grant('OCT-3', 'P-3', 'Initial', '2022-05-11', 'R-22-04', '75000.01', 'ANN-2'),
    grant('OCT-4', 'P-1', 'Amendement', '2022-09-14', 'R-22-09', '5000.00'),
    grant('OCT-5', 'P-2', 'Amendement', '2023-02-08', 'R-23-02', '-10000.10'),
  ],
  versements: [
    payment('VER-1', 'P-1', '2021-12-20', '40000.00'),
    payment('VER-2', 'P-1', '2022-12-20', '40000.00'),
    payment('VER-3', 'P-2', '2022-01-15', '30000.00'),
    payment('VER-4', 'P-3', '2022-06-30', '37500.00'),
  ],
  indicateurs: [
    { Projet: 'P-1', Indicateur: 'Ménages logés', Unité: 'ménages', Cible: 24 },
    { Projet: 'P-2', Indicateur: 'Repas servis', Unité: 'repas', Cible: 1200 },
    { Projet: 'P-3', Indicateur: 'Trajets offerts', Unité: 'trajets', Cible: 900 },
  ],
  annonces: [
    {
      Numéro: 'ANN-1',
      Cycle: CYCLE,
      Titre: 'Annonce de novembre 2021',
      'Date d’annonce': j('2021-11-15'),
      Appel: 'APP-1',
      Bailleur: BRUME,
      'Montant annoncé': m('140000.25'),
      Précision: 'Exact',
      'Nombre de projets': 2,
      'Nombre d’organismes': 2,
    },
    {
      Numéro: 'ANN-1',
      Cycle: CYCLE,
      Titre: 'Annonce de novembre 2021',
      'Date d’annonce': j('2021-11-15'),
      Appel: 'APP-1',
      Bailleur: BRUME,
      Territoire: 'Val-Cendré',
      'Montant annoncé': m('80000.25'),
      Précision: 'Exact',
    },
    {
      Numéro: 'ANN-2',
      Cycle: CYCLE,
      Titre: 'Annonce de mai 2022',
      'Date d’annonce': j('2022-05-20'),
      Bailleur: BRUME,
      'Montant annoncé': m('75000.00'),
      Précision: 'Au moins',
      'Nombre de projets': 1,
    },
  ],
};
