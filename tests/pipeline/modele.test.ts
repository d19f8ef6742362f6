/** A reader with a solver, who knows nothing of how counts are hidden, works out no small one from what is published. */
import { afterAll, describe, expect, test } from 'vitest';
import { AU_COMPLET } from '../lib/ampleur';
import { demandes, depense, etat, personnes, publish } from '../lib/modele/fabrique';
import { attaquer, type Attaque, type OptionsPersonnes } from '../lib/modele/index';
import { clearEdition } from '../lib/editions';
import { removeTempFolders } from '../lib/temp';
import { openPublication } from './lib/sql';

afterAll(removeTempFolders);

const CYCLE = '2024-2029';
const found = ({ personnes: p, demandes: d, etats, argent }: Attaque) => [
  ...[...p, ...d, ...etats].map(({ nom, min, max }) => `${nom} ${min}..${max}`),
  ...argent.map(({ nom, projets, cents }) => `${nom} ${cents} (${projets})`),
];

describe('of people', () => {
  const parts = (jeunes: number | undefined) => ({
    comptes_personnes: [
      personnes('personnes', 'cycle', null, 100),
      personnes('adultes', 'cycle', null, 50),
      personnes('aines', 'cycle', null, 37),
      personnes('jeunes', 'cycle', null, jeunes),
      personnes('enfants', 'cycle', null),
    ],
  });

  test('a part is what other parts leave of people, where every report counts all of them', async () => {
    const dossiers = await publish(parts(10));
    const sur = await attaquer(dossiers, { lecture: 'b' });
    expect(found(sur)).toContain(`0/enfants/cycle/${CYCLE} 3..3`);
    // Where a report may leave one out, it is at most that: a reader who takes no mask for a zero has fewer values.
    expect(found(await attaquer(dossiers, { plancher: 0 }))).toEqual([]);
    expect(found(await attaquer(dossiers))).toContain(`0/enfants/cycle/${CYCLE} 1..3`);
  });

  test('two hidden parts keep each other', async () => {
    const dossiers = await publish(parts(undefined));
    expect(found(await attaquer(dossiers, { lecture: 'b' }))).toEqual([]);
  });

  test('questions say what splits people, where they do', async () => {
    const questions = ['personnes', 'adultes', 'aines', 'jeunes', 'enfants'].map((question_id) => ({
      ...{ question_id, role: question_id === 'personnes' ? 'personnes' : 'groupe' },
      partition: question_id === 'adultes' ? 'partie' : null,
    }));
    const dossiers = await publish({ ...parts(10), questions });
    expect(found(await attaquer(dossiers, { lecture: 'b' }))).toEqual([]);
  });

  const territoires = (t2: number | undefined) => ({
    comptes_personnes: [
      personnes('personnes', 'cycle', null, 50),
      personnes('personnes', 'territoire', 't1', 30),
      personnes('personnes', 'territoire', 't2', t2),
      personnes('personnes', 'territoire', 't3'),
    ],
  });

  test('a territory is what the others leave of the fund', async () => {
    const sur = await attaquer(await publish(territoires(18)));
    expect(found(sur)).toContain(`0/personnes/territoire/${CYCLE}/t3 2..2`);
    expect(sur.cachees).toBe(1);
    expect(found(await attaquer(await publish(territoires(undefined))))).toEqual([]);
  });

  test('a mark beside which nothing is missing is for nothing', async () => {
    const noms = found(await attaquer(await publish(territoires(20))));
    expect(noms).toEqual([`0/personnes/territoire/${CYCLE}/t3 0..0`]);
  });

  test('families are no part of people', async () => {
    const comptes = [
      personnes('personnes', 'territoire', 't1', 3),
      personnes('familles', 'territoire', 't1'),
    ];
    const noms = found(await attaquer(await publish({ comptes_personnes: comptes })));
    // A small number that is told is found as it is.
    expect(noms).toContain(`0/personnes/territoire/${CYCLE}/t1 3..3`);
    expect(noms.filter((nom) => nom.includes('familles'))).toEqual([]);
  });

  const told = (nombre: number) => ({
    comptes_personnes: [personnes('personnes', 'cycle', null, nombre)],
  });

  test('a told sum that moves by a few says how many came', async () => {
    const moved = await attaquer(await publish(told(50), told(53)));
    expect(found(moved)).toContain(`0>1/personnes/cycle/${CYCLE} 3..3`);
    for (const then of [50, 58])
      expect(found(await attaquer(await publish(told(50), told(then))))).toEqual([]);
  });

  test('a hidden sum is had from what moved beside it, where nothing said is taken back', async () => {
    const at = (total: number, t1: number) => ({
      comptes_personnes: [
        personnes('personnes', 'cycle', null, total),
        personnes('personnes', 'territoire', 't1', t1),
        personnes('personnes', 'territoire', 't2'),
        personnes('personnes', 'territoire', 't3'),
      ],
    });
    const dossiers = await publish(at(50, 20), at(60, 28));
    const noms = found(await attaquer(dossiers));
    expect(noms).toContain(`0>1/personnes/territoire/${CYCLE}/t2 0..2`);
    expect(found(await attaquer(dossiers, { hypothese: 'aucune' }))).toEqual([]);
    // Where only reports of t2 changed beside those of t1, it is had exactly.
    const changees = await attaquer(dossiers, { hypothese: [['P1', 'P4', 'P2']] });
    expect(found(changees)).toContain(`0>1/personnes/territoire/${CYCLE}/t2 2..2`);
  });

  test('a number that goes down contradicts that nothing is taken back, and is read without it', async () => {
    const { contredites, personnes: p } = await attaquer(await publish(told(50), told(47)));
    expect(contredites).toEqual(['rien-retire/1/personnes']);
    expect(p).toContainEqual({ nom: `0>1/personnes/cycle/${CYCLE}`, min: -3, max: -3 });
  });
});

test('one application more is found, and many more are not', async () => {
  const at = (a1: number) => ({
    comptes_demandes: [
      demandes('cycle', null, a1 + 12),
      demandes('appel', 'A1', a1),
      demandes('appel', 'A2', 12),
      demandes('territoire', 't1+t2', 12),
      demandes('territoire', 't3', a1),
    ],
  });
  const noms = found(await attaquer(await publish(at(8), at(9))));
  expect(noms).toContain(`0>1/${CYCLE}/appel/A1/non-accordees 1..1`);
  expect(noms.every((nom) => nom.startsWith('0>1/'))).toBe(true);
  for (const then of [8, 14])
    expect(found(await attaquer(await publish(at(8), at(then))))).toEqual([]);
  expect(found(await attaquer(await publish(at(2))))).toContain(
    `0/${CYCLE}/appel/A1/non-accordees 2..2`,
  );
});

test('a report must be late where all the others came', async () => {
  const at = (masquees: readonly string[]) => ({
    comptes_redditions: [etat('en-retard', 1), etat('recue+incomplete+complete+acceptee', 5)],
    comptes_personnes: ['O1', 'O2', 'O3', 'O4', 'O5', 'O6'].map((o) =>
      personnes('personnes', 'organisme', o, masquees.includes(o) ? undefined : 40),
    ),
  });
  const sur = await attaquer(await publish(at(['O6'])));
  expect(found(sur)).toContain('en-retard/0/2024-2025/P6 0..0');
  expect(found(await attaquer(await publish(at(['O5', 'O6']))))).toEqual([]);
  // What was told of one of them before says that it had come.
  const { etats } = await attaquer(await publish(at(['O6', 'O4']), at(['O5', 'O6'])));
  expect(etats.map(({ nom }) => nom)).toEqual([
    'en-retard/0/2024-2025/P6',
    'en-retard/1/2024-2025/P6',
  ]);
});

test('the budget of a project is had from the sums before and after it came', async () => {
  const at = (recues: number, paye: string, projets: number | null = null) => ({
    comptes_redditions: [
      etat('en-retard', 6 - recues),
      etat('recue+incomplete+complete+acceptee', recues),
    ],
    totaux_depenses: [depense('locaux', paye, projets)],
  });
  const sur = await attaquer(await publish(at(4, '1000.00'), at(5, '1234.56')));
  expect(found(sur)).toEqual(['0>1/totaux_depenses/2024-2025/locaux/montant_paye 23456 (1)']);
  const counted = await attaquer(await publish(at(1, '1000.00', 3), at(5, '1234.56', 5)));
  expect(found(counted)).toEqual(['0>1/totaux_depenses/2024-2025/locaux/montant_paye 23456 (2)']);
  expect(found(await attaquer(await publish(at(1, '1000.00'), at(4, '1234.56'))))).toEqual([]);
  expect(found(await attaquer(await publish(at(4, '1000.00'), at(5, '1000.00'))))).toEqual([]);
});

const demonstration = async (options: OptionsPersonnes) => {
  const debut = process.cpuUsage();
  const sur = await attaquer(['static/donnees/demo/public'], options);
  const { user, system } = process.cpuUsage(debut);
  process.stdout.write(
    `démonstration, ${JSON.stringify(options)} : ${sur.cachees} nombres cachés, ${sur.essayees} sommes essayées, ` +
      `${Math.round((user + system) / 1e6)} s\n${found(sur).join('\n')}\n`,
  );
  expect(sur.indecises).toEqual([]);
  expect(sur.cachees).toBeGreaterThan(20);
  return sur;
};

test('nothing small is had from the demonstration fund', async () => {
  expect(found(await demonstration({ plancher: 0 }))).toEqual([]);
});

/** Answers and cells of the demonstration in which nothing was counted. */
const NON_COMPTES = `
  SELECT '0/' || question_id || '/' || lieu AS nom
  FROM (
    SELECT question_id, nombre, unnest([
      'reddition/' || exercice_id || '/' || projet_id, 'territoire/' || cycle_id || '/' || territoire_id,
      'organisme/' || cycle_id || '/' || organisme_id
    ]) AS lieu
    FROM reddition_personnes JOIN redditions USING (reddition_id) JOIN projets USING (projet_id)
  ) GROUP BY ALL HAVING count(nombre) = 0`;

test.each<OptionsPersonnes>([
  { plancher: 1 },
  { plancher: 0, seules: true },
  { lecture: 'b', plancher: 0 },
  { lecture: 'b' },
])('nothing small is had from the demonstration fund, with %o', AU_COMPLET, async (options) => {
  const sur = await demonstration(options);
  const tables = ['reddition_personnes', 'redditions', 'projets'];
  const db = await openPublication(await clearEdition('conseil'), tables);
  const nonComptes = new Set((await db.rows(NON_COMPTES)).map(({ nom }) => nom));
  db.close();
  // Where nothing was counted there is no number to keep, as long as there may be one.
  const maybe = sur.personnes.filter(({ nom, max }) => nonComptes.has(nom) && max > 0);
  expect(maybe.length).toBeLessThan(3);
  expect(found({ ...sur, personnes: sur.personnes.filter((p) => !maybe.includes(p)) })).toEqual([]);
});
