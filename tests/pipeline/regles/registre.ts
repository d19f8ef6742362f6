/** Rules of the register: links, duplicates, territories, words. */
import { add, change, PROPRE, type Rangee, without } from '../lib/registre';
import { bothAnnonces, cell, DEM, j, laterData, m, OCT, of, PRJ, twoCycles, VER } from './cellules';
import { type Fixtures, registre } from './fixture';

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

const project = (cells: Rangee) => add(PROPRE, 'projets', { ...PRJ, Numéro: 'P-4', ...cells });

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
    'Inscription : 2, rue du Lac',
    'Inscription au local 2, 3 rues plus loin, avec la M. R. C.',
    'Projets!I2',
  ),
  'renseignement-personnel-interne': cell(
    'octrois',
    0,
    'Note',
    'Rappeler M. J. Roy',
    'Voir la résolution 450-555 du 2021-11-03',
    'Octrois!I2',
  ),
};
