/** Rules of the register: dates and amounts. */
import { add, change, PROPRE } from '../lib/registre';
import { bothAnnonces, cell, ENV, j, laterData, m, of } from './cellules';
import { type Fixtures, registre } from './fixture';

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
