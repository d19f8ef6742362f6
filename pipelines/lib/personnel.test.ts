import { describe, expect, test } from 'vitest';
import { personalIn } from './personnel';

describe('what tells of a person is named', () => {
  test.each([
    ['une adresse de courriel', 'à lea@exemple.org'],
    ['un numéro de téléphone', 'au 450 555-0199'],
    ['un numéro de téléphone', 'au (450) 555-0199'],
    ['un code postal', 'à Joliette J6E 1A1'],
    ['un numéro d’assurance sociale', 'le 046 454 286'],
    ['une adresse', 'au 125, rue Saint-Louis'],
    ['une adresse', 'au 12 rue des érables'],
    ['une adresse', '125A, boul. L’Ange-Gardien'],
    ['une adresse', '125, 3e Avenue'],
    ['une adresse', '4, rang 3'],
    ['une adresse', '12 chemin de l’Église'],
    ['une adresse', '7, place Bourget'],
    ['le nom d’une personne', 'avec M. Roy'],
    ['le nom d’une personne', 'Mme J. ROY'],
    ['le nom d’une personne', 'Mme L'],
    ['le nom d’une personne', 'MM. Roy et Lac'],
    ['le nom d’une personne', 'Madame D’Amours'],
    ['le nom d’une personne', 'Je m’appelle Léonie'],
  ])('%s: %s', (what, text) => {
    expect(personalIn(text)).toEqual([what]);
    expect(personalIn(`Il y a ceci : ${text}.`)).toEqual([what]);
  });
});

test.each([
  'La M. R. C. et la MRC de Montcalm',
  'Madame la mairesse, monsieur le préfet',
  '3 rues, 2 places et 1 chemin vers l’emploi',
  '12 places en garderie, 4 rangs de maïs',
  'Me revoici, dans la rue Notre-Dame',
  'La résolution 450-555 du 2021-11-03, 1 250,50 $',
  'De 9 h à 17 h 30, au local 2',
  'Du 1er avril 2025 au 31 mars 2026 : 125 avenues explorées',
])('nothing in: %s', (text) => {
  expect(personalIn(text)).toEqual([]);
});
