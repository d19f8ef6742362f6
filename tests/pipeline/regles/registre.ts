/** Rules of the register: dates, links, duplicates, territories, words. */
import { add, change, PROPRE, without } from '../lib/registre';
import { type Fixture, type Fixtures, registre } from './fixture';

type Rows = typeof PROPRE;
const j = (jour: string) => ({ jour });
const m = (montant: string) => ({ montant });

const of = (echoue: Rows, ou: string, passe: Rows): Fixture => ({
  echoue: registre(echoue),
  ou,
  passe: registre(passe),
});

/** One cell of one row with a value that breaks the rule, and with one that does not. */
const cell = (
  feuille: keyof Rows,
  index: number,
  titre: string,
  mauvaise: Rows['octrois'][number][string],
  bonne: Rows['octrois'][number][string],
  ou: string,
): Fixture =>
  of(
    change(PROPRE, feuille, index, { [titre]: mauvaise }),
    ou,
    change(PROPRE, feuille, index, { [titre]: bonne }),
  );

const [ENV, PRJ, OCT, DEM, VER] = [
  PROPRE.enveloppes[0] ?? {},
  PROPRE.projets[0] ?? {},
  PROPRE.octrois[3] ?? {},
  PROPRE.demandes[3] ?? {},
  PROPRE.versements[3] ?? {},
];

const bothAnnonces = (cells: Rows['annonces'][number]) =>
  change(change(PROPRE, 'annonces', 0, cells), 'annonces', 1, cells);

const laterData = (fund: { readonly id: string; reword(from: string, to: string): void }) =>
  fund.reword('date_donnees: 2023-06-30', 'date_donnees: 2026-04-30');

const SECOND_CYCLE = `  - id: 2026-2031
    nom: Cycle 2026-2031
    debut: 2026-04-01
    fin: 2031-03-31
    couverture: complete
    couverture_note: rien encore.
bailleurs:`;

const twoCycles = (fund: { reword(from: string, to: string): void }) =>
  fund.reword('bailleurs:', SECOND_CYCLE);

export const DATES: Fixtures = {
  'dates-inversees': cell('projets', 0, 'Début', j('2024-04-01'), j('2024-03-31'), 'Projets!H2'),
  'date-posterieure': cell(
    'versements',
    3,
    'Date du versement',
    j('2023-07-01'),
    j('2023-06-30'),
    'Versements!D5',
  ),
  'projet-hors-cycle': cell('projets', 0, 'Fin', j('2026-04-01'), j('2026-03-31'), 'Projets!H2'),
  'octroi-apres-projet': cell('projets', 2, 'Fin', j('2022-05-10'), j('2022-05-11'), 'Octrois!E4'),
  'amendement-avant-initial': cell(
    'octrois',
    3,
    'Date de décision',
    j('2021-11-02'),
    j('2021-11-03'),
    'Octrois!E5',
  ),
  'versement-avant-decision': cell(
    'versements',
    0,
    'Date du versement',
    j('2021-11-02'),
    j('2021-11-03'),
    'Versements!D2',
  ),
  'demande-hors-appel': cell(
    'demandes',
    3,
    'Date de dépôt',
    j('2021-10-02'),
    j('2021-10-01'),
    'Demandes!G5',
  ),
  'decision-avant-depot': cell(
    'demandes',
    3,
    'Date de décision',
    j('2021-09-09'),
    j('2021-09-10'),
    'Demandes!J5',
  ),
  'annonce-avant-decision': of(
    bothAnnonces({ 'Date d’annonce': j('2021-11-02') }),
    'Octrois!E2',
    bothAnnonces({ 'Date d’annonce': j('2021-11-03') }),
  ),
  'date-hors-entente': cell(
    'octrois',
    0,
    'Date de décision',
    j('2021-03-31'),
    j('2021-04-01'),
    'Octrois!E2',
  ),
};

export const MONTANTS: Fixtures = {
  'montant-negatif': cell('versements', 3, 'Montant versé', m('-0.01'), m('0.01'), 'Versements!E5'),
  'octroi-nul': cell('octrois', 3, 'Montant accordé', m('0.00'), m('0.01'), 'Octrois!G5'),
  'octroi-total-negatif': cell(
    'octrois',
    4,
    'Montant accordé',
    m('-60000.01'),
    m('-60000.00'),
    'Octrois!G6',
  ),
  'octroi-superieur-demande': cell(
    'demandes',
    0,
    'Montant demandé',
    m('80000.24'),
    m('80000.25'),
    'Octrois!G2',
  ),
  'versements-superieurs': cell(
    'versements',
    1,
    'Montant versé',
    m('45000.26'),
    m('45000.25'),
    'Versements!E3',
  ),
  'verse-superieur-recu': cell(
    'apports',
    0,
    'Date',
    j('2021-12-21'),
    j('2021-12-20'),
    'Versements!E2',
  ),
  'accorde-superieur-recu': {
    echoue: registre(change(PROPRE, 'apports', 0, { Montant: m('223500.90') }), laterData),
    ou: 'Octrois!G6',
    passe: registre(change(PROPRE, 'apports', 0, { Montant: m('223500.91') }), laterData),
  },
  'recu-superieur-enveloppe': cell(
    'apports',
    0,
    'Montant',
    m('768501.26'),
    m('768501.25'),
    'Apports!F2',
  ),
  'enveloppe-territoire-depassee': cell(
    'octrois',
    2,
    'Montant accordé',
    m('250000.01'),
    m('250000.00'),
    'Octrois!G4',
  ),
  'enveloppe-negative': cell(
    'enveloppes',
    6,
    'Montant',
    m('-259999.76'),
    m('-259999.75'),
    'Enveloppes!G8',
  ),
  'virement-desequilibre': of(
    change(PROPRE, 'enveloppes', 4, { Montant: m('40000.24') }),
    'Enveloppes!G5',
    change(change(PROPRE, 'enveloppes', 4, { Montant: m('40000.24') }), 'enveloppes', 3, {
      Montant: m('-40000.24'),
    }),
  ),
  'mouvement-signe': cell('enveloppes', 6, 'Montant', m('5000.00'), m('-0.01'), 'Enveloppes!G8'),
  'enveloppe-initiale-double': of(
    add(PROPRE, 'enveloppes', { ...ENV, Numéro: 'ENV-8', Territoire: 'Régional' }),
    'Enveloppes!E9',
    add(PROPRE, 'enveloppes', {
      ...ENV,
      Numéro: 'ENV-8',
      Territoire: 'Régional',
      Mouvement: 'Ajout',
    }),
  ),
  'parts-priorites': of(
    change(PROPRE, 'projets_priorites', 2, { Part: 66 }),
    'Projets-priorités!C4',
    change(change(PROPRE, 'projets_priorites', 2, { Part: 66 }), 'projets_priorites', 1, {
      Part: 34,
    }),
  ),
  'cible-nulle': cell('indicateurs', 0, 'Cible', 0, 1, 'Indicateurs!D2'),
  'nombre-annonce-ecart': cell('annonces', 0, 'Nombre de projets', 3, '', 'Annonces!J2'),
  'controle-ecart': of(
    change(PROPRE, 'annonces', 1, { 'Montant annoncé': m('80000.26') }),
    'Annonces!H3',
    change(PROPRE, 'annonces', 1, { 'Montant annoncé': m('80000.26'), Précision: 'Au plus' }),
  ),
  'controle-arrondi': of(
    change(PROPRE, 'annonces', 1, { 'Montant annoncé': m('80000.00'), Précision: 'Arrondi' }),
    'Annonces!H3',
    change(PROPRE, 'annonces', 1, { Précision: 'Arrondi' }),
  ),
  'enveloppe-depassee': cell(
    'octrois',
    2,
    'Montant accordé',
    m('620000.36'),
    m('620000.35'),
    'Enveloppes!G2',
  ),
};

export const LIENS: Fixtures = {
  'reference-orpheline': cell('octrois', 0, 'Projet', 'P-9', 'p-1', 'Octrois!B2'),
  'octroi-initial-absent': of(
    change(PROPRE, 'octrois', 0, { Nature: 'Amendement' }),
    'Octrois!C2',
    without(PROPRE, 'octrois', 3),
  ),
  'octroi-initial-double': of(
    change(PROPRE, 'octrois', 3, { Nature: 'Initial' }),
    'Octrois!C5',
    change(PROPRE, 'octrois', 3, { Nature: 'Initial', Bailleur: 'Fondation du Héron' }),
  ),
  'projet-sans-octroi': of(
    without(PROPRE, 'octrois', 2),
    'Projets!A4',
    without(PROPRE, 'octrois', 3),
  ),
  'resolution-absente': cell('octrois', 3, 'Résolution', '', 'R', 'Octrois!F5'),
  'resolution-deux-dates': of(
    change(PROPRE, 'octrois', 3, { Résolution: 'R-22-04' }),
    'Octrois!F5',
    change(PROPRE, 'octrois', 3, { Résolution: 'R-22-04', 'Date de décision': j('2022-05-11') }),
  ),
  'demande-sans-projet': of(
    change(PROPRE, 'demandes', 0, { Projet: '' }),
    'Demandes!K2',
    change(PROPRE, 'demandes', 0, { Projet: '', Décision: 'En attente' }),
  ),
  'demande-avec-projet': of(
    change(PROPRE, 'demandes', 3, { Projet: 'P-1' }),
    'Demandes!K5',
    change(PROPRE, 'demandes', 3, { Projet: 'P-1', Décision: 'Accordée' }),
  ),
  'demande-sans-date': of(
    change(PROPRE, 'demandes', 3, { 'Date de décision': '' }),
    'Demandes!J5',
    change(PROPRE, 'demandes', 4, { 'Date de décision': '' }),
  ),
  'demande-autre-organisme': cell(
    'demandes',
    0,
    'Organisme',
    'Atelier des Roseaux',
    'ORG-1',
    'Demandes!C2',
  ),
  'annonce-sans-total': of(
    change(PROPRE, 'annonces', 2, { Territoire: 'Régional' }),
    'Annonces!A4',
    add(
      change(PROPRE, 'annonces', 2, { Territoire: 'Régional' }),
      'annonces',
      PROPRE.annonces[2] ?? {},
    ),
  ),
  'annonce-incoherente': of(
    change(PROPRE, 'annonces', 1, { Titre: 'Annonce d’automne' }),
    'Annonces!C3',
    bothAnnonces({ Titre: 'Annonce d’automne' }),
  ),
  'cycle-incoherent': {
    echoue: registre(change(PROPRE, 'annonces', 2, { Cycle: 'Cycle 2026-2031' }), twoCycles),
    ou: 'Octrois!H4',
    passe: registre(PROPRE, twoCycles),
  },
  'bailleur-incoherent': of(
    change(PROPRE, 'versements', 3, { Bailleur: 'Fondation du Héron' }),
    'Versements!C5',
    add(change(PROPRE, 'versements', 3, { Bailleur: 'Fondation du Héron' }), 'octrois', {
      ...OCT,
      Numéro: 'OCT-6',
      Projet: 'P-3',
      Nature: 'Initial',
      Bailleur: 'Fondation du Héron',
    }),
  ),
  'priorite-manquante': of(
    without(PROPRE, 'projets_priorites', 0),
    'Projets!A2',
    change(PROPRE, 'projets_priorites', 0, { Priorité: 'Se nourrir' }),
  ),
  'indicateur-manquant': {
    echoue: registre(without(PROPRE, 'indicateurs', 0)),
    ou: 'Projets!A2',
    passe: registre(without(PROPRE, 'indicateurs', 0), laterData),
  },
};

const project = (cells: Rows['projets'][number]) =>
  add(PROPRE, 'projets', { ...PRJ, Numéro: 'P-4', ...cells });

export const DOUBLONS: Fixtures = {
  'organisme-en-double': cell(
    'organismes',
    2,
    'Nom',
    'MAISON DU HERON',
    'Maison du Lac',
    'Organismes!B4',
  ),
  'organismes-ressemblants': cell(
    'organismes',
    2,
    'Nom',
    'Maison du Hérons',
    'Maison du Hibou',
    'Organismes!B4',
  ),
  'projet-en-double': of(
    project({ Titre: 'UN TOIT, au val' }),
    'Projets!C5',
    project({ Organisme: 'ORG-2' }),
  ),
  'projets-ressemblants': of(
    project({ Titre: 'Un toit au Vals' }),
    'Projets!C5',
    project({ Titre: 'Un toit au Val 2' }),
  ),
  'octroi-en-double': of(
    add(PROPRE, 'octrois', { ...OCT, Numéro: 'OCT-6' }),
    'Octrois!A7',
    add(PROPRE, 'octrois', { ...OCT, Numéro: 'OCT-6', 'Montant accordé': m('5000.01') }),
  ),
  'versement-en-double': of(
    add(PROPRE, 'versements', { ...VER, Numéro: 'VER-5' }),
    'Versements!A6',
    add(PROPRE, 'versements', { ...VER, Numéro: 'VER-5', 'Date du versement': j('2022-07-30') }),
  ),
  'demande-en-double': of(
    add(PROPRE, 'demandes', { ...DEM, Numéro: 'DEM-6', Titre: 'JARDIN CLOS' }),
    'Demandes!A7',
    add(PROPRE, 'demandes', { ...DEM, Numéro: 'DEM-6', Titre: 'Jardin ouvert' }),
  ),
};

export const TERRITOIRES: Fixtures = {
  'portee-regionale': cell(
    'projets',
    0,
    'MRC touchées',
    'Val-Cendré; Lande-Grise; Crête-au-Vent; Rive-aux-Hérons',
    'Val-Cendré; Rive-aux-Hérons',
    'Projets!E2',
  ),
  'portee-locale': cell(
    'projets',
    2,
    'MRC touchées',
    'Val-Cendré; Rive-aux-Hérons',
    'Val-Cendré; Rive-aux-Hérons; Crête-au-Vent',
    'Projets!E4',
  ),
  'territoire-non-touche': cell('projets', 0, 'MRC touchées', 'Rive-aux-Hérons', '', 'Projets!E2'),
  'priorite-autre-portee': cell(
    'projets_priorites',
    0,
    'Priorité',
    'Se déplacer',
    'Se nourrir',
    'Projets-priorités!B2',
  ),
};

export const TEXTES: Fixtures = {
  'renseignement-personnel': cell(
    'projets',
    0,
    'Description',
    'Inscription : heron@exemple.org',
    'Inscription au 2, rue du Lac, de 9 h à 17 h 30',
    'Projets!I2',
  ),
  'renseignement-personnel-interne': cell(
    'octrois',
    0,
    'Note',
    'Rappeler au 450 555-0199',
    'Voir la résolution 450-555 du 2021-11-03',
    'Octrois!I2',
  ),
};
