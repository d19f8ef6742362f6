/** Not a cent of the demonstration is granted before it is set aside, nor paid before it is granted. */
import { describe, expect, test } from 'vitest';
import { groupBy, type Ligne, sum } from './lecture';
import {
  BAILLEUR,
  corrected,
  CYCLES,
  cycleOf,
  DATE_DONNEES,
  EN_COURS,
  FERME,
  projetOf,
  rows,
  territoires,
} from './registre';

describe('the money', () => {
  const until = (lignes: readonly Ligne[], champ: string, jour: string) =>
    lignes.filter((l) => String(l[champ]) <= jour);
  const days = (lignes: readonly Ligne[], champ: string) =>
    [...new Set(lignes.map((l) => String(l[champ])))].sort();

  test('what a bucket was granted never exceeds its envelope, on any day', () => {
    for (const cycle of Object.keys(CYCLES))
      for (const { nom } of territoires) {
        const envelope = rows('enveloppes').filter(
          (e) => e['cycle'] === cycle && e['territoire'] === nom && e['bailleur'] === BAILLEUR,
        );
        const grants = rows('octrois').filter(
          (o) => cycleOf(projetOf(o)) === cycle && projetOf(o)['territoire'] === nom,
        );
        for (const jour of [...days(grants, 'date_decision'), ...days(envelope, 'date_effet')])
          expect(
            sum(until(envelope, 'date_effet', jour), 'montant'),
            `${cycle} ${nom} ${jour}`,
          ).toBeGreaterThanOrEqual(sum(until(grants, 'date_decision', jour), 'montant_accorde'));
      }
  });

  test('transfers add up to zero, each on its day; returns go down, the rest up', () => {
    const virements = groupBy(
      rows('enveloppes').filter((e) => e['mouvement'] === 'Virement'),
      'date_effet',
    );
    expect(virements.size).toBe(4);
    for (const [jour, own] of virements) {
      expect(own, jour).toHaveLength(2);
      expect(sum(own, 'montant'), jour).toBe(0);
    }
    for (const { mouvement, montant } of rows('enveloppes'))
      if (mouvement !== 'Virement') expect(Number(montant) < 0).toBe(mouvement === 'Retour');
    const kinds = new Set(rows('enveloppes').map(({ mouvement }) => mouvement));
    expect([...kinds].sort()).toEqual(['Ajout', 'Initiale', 'Retour', 'Virement']);
  });

  test('each project has one first grant, then amendments up and down', () => {
    for (const [id, own] of groupBy(rows('octrois'), 'projet')) {
      expect(own[0]?.['nature'], id).toBe('Initial');
      expect(
        own.filter((o) => o['nature'] === 'Initial'),
        id,
      ).toHaveLength(1);
      expect(sum(own, 'montant_accorde')).toBeGreaterThan(0);
    }
    const amended = rows('octrois').filter((o) => o['nature'] === 'Amendement');
    expect(amended.filter((o) => Number(o['montant_accorde']) < 0)).toHaveLength(10);
    expect(amended.filter((o) => Number(o['montant_accorde']) > 0)).toHaveLength(8);
    for (const o of rows('octrois')) expect(o['resolution']).toMatch(/^CA-20\d\d-\d{3}$/);
    expect(new Set(rows('octrois').map((o) => o['resolution'])).size).toBe(rows('octrois').length);
  });

  test('announced totals are those of the grants that they count, as a whole and by bucket', () => {
    const lines = rows('annonces');
    for (const line of lines) {
      const counted = rows('octrois').filter(
        (o) =>
          o['annonce'] === line['annonce_id'] &&
          (line['territoire'] === '' || projetOf(o)['territoire'] === line['territoire']),
      );
      const place = `${line['annonce_id']} ${line['territoire']}`;
      expect(sum(counted, 'montant_accorde'), place).toBe(line['montant_annonce']);
      expect(counted.length, place).toBe(line['nombre_projets']);
      const organismes = new Set(counted.map((o) => projetOf(o)['organisme']));
      expect(organismes.size, place).toBe(line['nombre_organismes']);
      for (const o of counted)
        expect(String(o['date_decision']) <= String(line['date_annonce'])).toBe(true);
    }
    for (const [id, own] of groupBy(lines, 'annonce_id')) {
      const total = own.filter(({ territoire }) => territoire === '');
      expect(total, id).toHaveLength(1);
      expect(sum(own, 'montant_annonce'), id).toBe(2 * Number(total[0]?.['montant_annonce']));
    }
    const initial = rows('octrois').filter((o) => o['nature'] === 'Initial');
    expect(initial.every((o) => o['annonce'] !== '')).toBe(true);
  });

  test.each([
    ['as typed', rows('versements')],
    ['as corrected', corrected('registre-versements', 'versement_id', rows('versements'))],
  ])('%s, nothing is paid before it is granted, nor beyond', (_, versements) => {
    const granted = groupBy(rows('octrois'), 'projet');
    for (const [id, paid] of groupBy(versements, 'projet')) {
      expect(paid.length, id).toBeLessThanOrEqual(3);
      for (const jour of [
        ...days(paid, 'date_versement'),
        ...days(granted.get(id) ?? [], 'date_decision'),
      ])
        expect(
          sum(until(granted.get(id) ?? [], 'date_decision', jour), 'montant_accorde'),
          `${id} ${jour}`,
        ).toBeGreaterThanOrEqual(sum(until(paid, 'date_versement', jour), 'montant_verse'));
      for (const { montant_verse } of paid) expect(Number(montant_verse)).toBeGreaterThan(0);
    }
  });

  test('the closed cycle is almost all paid, the one that runs about half', () => {
    const share = (cycle: string) => {
      const own = (l: Ligne) => cycleOf(projetOf(l)) === cycle;
      return (
        sum(rows('versements').filter(own), 'montant_verse') /
        sum(rows('octrois').filter(own), 'montant_accorde')
      );
    };
    expect(share(FERME)).toBeGreaterThan(0.985);
    expect(share(FERME)).toBeLessThan(1);
    expect(share(EN_COURS)).toBeGreaterThan(0.4);
    expect(share(EN_COURS)).toBeLessThan(0.8);
  });

  test('the funder had paid in what went out, on any day', () => {
    const signed = rows('apports').map((a) => ({
      jour: String(a['date']),
      cents: a['nature'] === 'Reçu' ? Number(a['montant']) : -Number(a['montant']),
    }));
    const paid = rows('versements').map((v) => ({
      jour: String(v['date_versement']),
      cents: -Number(v['montant_verse']),
    }));
    const flows = [...signed, ...paid];
    for (const { jour } of flows) {
      const cash = flows.filter((f) => f.jour <= jour).reduce((total, f) => total + f.cents, 0);
      expect(cash, jour).toBeGreaterThanOrEqual(0);
    }
    for (const { montant } of rows('apports')) expect(Number(montant)).toBeGreaterThan(0);
  });

  test('the closed cycle reconciles: received, less costs and returns, is the envelope', () => {
    const own = rows('apports').filter((a) => a['cycle'] === FERME);
    const of = (nature: string) =>
      sum(
        own.filter((a) => a['nature'] === nature),
        'montant',
      );
    const envelope = rows('enveloppes').filter(
      (e) => e['cycle'] === FERME && e['bailleur'] === BAILLEUR,
    );
    const returned = envelope.filter((e) => e['mouvement'] === 'Retour');
    expect(of('Retour')).toBe(-sum(returned, 'montant'));
    expect(of('Reçu') - of('Frais') - of('Retour')).toBe(sum(envelope, 'montant'));
    const granted = rows('octrois').filter((o) => cycleOf(projetOf(o)) === FERME);
    expect(sum(envelope, 'montant')).toBe(sum(granted, 'montant_accorde'));
  });

  test('days are within their cycle and not after the date of the data', () => {
    const check = (jour: unknown, cycle: string) => {
      const [debut = '', fin = ''] = CYCLES[cycle] ?? [];
      const day = String(jour);
      expect(day >= debut && day <= fin && day <= DATE_DONNEES, `${cycle} ${day}`).toBe(true);
    };
    for (const e of rows('enveloppes')) check(e['date_effet'], cycleOf(e));
    for (const a of rows('apports')) check(a['date'], cycleOf(a));
    for (const a of rows('annonces')) check(a['date_annonce'], cycleOf(a));
    for (const a of rows('appels')) check(a['date_limite'], cycleOf(a));
    for (const o of rows('octrois')) check(o['date_decision'], cycleOf(projetOf(o)));
    for (const v of rows('versements')) check(v['date_versement'], cycleOf(projetOf(v)));
  });
});
