/** Rules of single cells, labels and the fund's own lists. */
import { change, PROPRE, type RegistreFund } from '../lib/registre';
import { type Fixture, type Fixtures, registre } from './fixture';

const cell = (
  feuille: keyof typeof PROPRE,
  titre: string,
  mauvaise: string,
  bonne: string,
  ou: string,
): Fixture => ({
  echoue: registre(change(PROPRE, feuille, 0, { [titre]: mauvaise })),
  ou,
  passe: registre(change(PROPRE, feuille, 0, { [titre]: bonne })),
});

const aliased = change(PROPRE, 'enveloppes', 0, { Territoire: 'Le Val' });
const alias = (id: string) => (fund: RegistreFund) =>
  fund.write('alias/territoires.csv', `libelle,id,motif\nLe Val,${id},\n`);
const correction = (id: string) => (fund: RegistreFund) =>
  fund.write(
    'corrections/corrections.csv',
    `table,id,colonne,valeur,auteur,date,motif\nregistre-octrois,${id},resolution,R-1,Moi,2023-06-01,Relu\n`,
  );

export const VALEURS: Fixtures = {
  'valeur-absente': cell('octrois', 'Projet', '', 'P-1', 'Octrois!B2'),
  'valeur-inconnue': cell('octrois', 'Nature', 'Avenant', 'INITIAL', 'Octrois!C2'),
  'montant-ambigu': cell('octrois', 'Montant accordé', '1.234', '1234.00', 'Octrois!G2'),
  'montant-illisible': cell('octrois', 'Montant accordé', '12 sous', '80 000,25 $', 'Octrois!G2'),
  'date-impossible': cell(
    'octrois',
    'Date de décision',
    '2021-02-29',
    '3 novembre 2021',
    'Octrois!E2',
  ),
  'date-ambigue': cell('octrois', 'Date de décision', '03/11/2021', '13/11/2021', 'Octrois!E2'),
  'entier-illisible': cell('indicateurs', 'Cible', 'beaucoup', '24', 'Indicateurs!D2'),
  'part-illisible': cell('projets_priorites', 'Part', 'la moitié', '100 %', 'Projets-priorités!C2'),
  doublon: cell('octrois', 'Numéro', 'oct-2', 'OCT-1b', 'Octrois!A3'),
  'libelle-inconnu': cell('enveloppes', 'Territoire', 'Val-Cendre', 'VAL-CENDRÉ', 'Enveloppes!D2'),
  'alias-sans-cible': {
    echoue: registre(aliased, alias('val-cendre')),
    ou: 'Enveloppes!D2',
    passe: registre(aliased, alias('val')),
  },
  'ligne-ecartee': {
    echoue: registre(aliased, alias('exclu')),
    ou: 'Enveloppes!D2',
    passe: registre(aliased, alias('val')),
  },
  'correction-sans-cible': {
    echoue: registre(PROPRE, correction('OCT-9')),
    ou: 'corrections/corrections.csv!B2',
    passe: registre(PROPRE, correction('OCT-1')),
  },
  'territoire-non-ventile': {
    echoue: registre(PROPRE, (fund) =>
      fund.edit('reference/territoires.csv', 'non-ventile,Non ventilé,non-ventile,\n', ''),
    ),
    ou: null,
    passe: registre(PROPRE),
  },
};
