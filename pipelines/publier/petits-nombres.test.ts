import { expect, test } from 'vitest';
import { sayAttaque } from './petits-nombres';

test('each thing found is told with its tables and its cell', () => {
  const lignes = sayAttaque({
    ...{ essayees: 9, cachees: 5 },
    percees: [
      { nom: 'enfants/territoire/2024-2029/rive', min: 2, max: 3 },
      { nom: 'demandes/2024-2029/territoire/rive/refusee', min: 1, max: 1 },
      { nom: 'redditions/exercice/2024-2025/en-retard+attendue', min: 2, max: 2 },
    ],
    argent: [{ nom: 'depenses/2022-2023/2019-2024', min: 123_456, max: 123_456 }],
    absents: [{ nom: 'financements/2022-2023/fonds', projets: ['P1', 'P2'] }],
    retards: ['P1/2022-2023'],
    contredites: ['demandes/2024-2029'],
  });
  expect(lignes.map((l) => l.replaceAll('\u00a0', ' '))).toEqual([
    'comptes_personnes et totaux_reponses, enfants/territoire/2024-2029/rive : se calcule, entre 2 et 3.',
    'comptes_demandes, demandes/2024-2029/territoire/rive/refusee : se calcule, entre 1 et 1.',
    'comptes_redditions, redditions/exercice/2024-2025/en-retard+attendue : se calcule, entre 2 et 2.',
    'totaux_depenses et bilans_cycles, depenses/2022-2023/2019-2024 : peut être l’argent d’un ou deux projets, et se calcule, entre 1 234,56 $ et 1 234,56 $.',
    'totaux_financements, financements/2022-2023/fonds : dit que le budget manque pour P1 et P2.',
    'comptes_redditions, P1/2022-2023 : se sait en retard, rien d’autre n’étant possible.',
    'comptes_demandes, demandes/2024-2029 : les sommes publiées se contredisent.',
  ]);
});

test('nothing found says nothing', () => {
  const rien = { percees: [], argent: [], absents: [], retards: [], contredites: [] };
  expect(sayAttaque({ essayees: 9, cachees: 5, ...rien })).toEqual([]);
});
