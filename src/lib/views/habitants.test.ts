import { describe, expect, it } from 'vitest';
import { accorde, CYCLE, scene } from '../../../tests/lib/scene';
import { SANS_CHOIX } from '../domain/choix';
import { habitantsFigures, type PopulationLigne } from './habitants';
import type { Scene } from './scene';

const flat = (text: string) => text.replace(/[\s\u00a0]+/g, ' ');
const mrc = (id: string, population: number | null, faible_revenu: number | null = null) =>
  ({
    ...{ territoire_id: id, nom: id, population, faible_revenu },
    ...{ annee: population === null ? null : 2021, source_id: 'decret', editeur: 'Un ministère' },
    ...{ source: 'Décret', url: null, date_source: '2021' },
  }) satisfies PopulationLigne;

const territoires = [
  accorde('a', 100.05),
  accorde('b', 90),
  { ...accorde('regional', 1000), nature: 'regional' },
];
const figure = (rows: readonly PopulationLigne[], own: Partial<Scene> = {}) =>
  habitantsFigures(scene({ territoires, ...own }), rows)[0]!;
const texts = (f: ReturnType<typeof figure>) =>
  f.table.lignes.map((row) => row.map((cell) => flat(cell.texte)));

describe('what is granted for each inhabitant', () => {
  const rows = [mrc('a', 100, 10), mrc('b', 30, 20)];

  it('is the sum of the MRC by its people, to the cent, the largest first', () => {
    expect(texts(figure(rows))).toEqual([
      ['b', '30', '2021', '90 $', '3 $', '20', '4,50 $'],
      ['a', '100', '2021', '100,05 $', '1 $', '10', '10,01 $'],
    ]);
    expect(flat(figure(rows).titre)).toBe('b reçoit le plus par habitant, 3 $ ; a le moins, 1 $.');
  });

  it('adds up MRCs, and spreads over none what serves the region', () => {
    const { table, omissions } = figure(rows);
    expect(table.total?.map((c) => c.valeur).slice(1)).toEqual([130, '', 190.05, 1.46, 30, 6.34]);
    expect(flat(omissions.join())).toContain('1 000 $ accordés au régional');
  });

  it('says what is absent, and adds up nothing that misses a part', () => {
    const f = figure([mrc('a', 100), mrc('b', null)]);
    expect(texts(f)[1]!.slice(1)).toEqual([
      ...['donnée absente', 'donnée absente', '90 $', 'donnée absente'],
      ...['donnée absente', 'donnée absente'],
    ]);
    expect(f.table.total?.[1]?.valeur).toBeNull();
    expect(f.omissions.join()).toContain('Population de b : donnée absente');
    expect(f.omissions.join()).toContain('Personnes à faible revenu : donnée absente');
    expect(f.chart?.type === 'puces' && f.chart.panneaux).toHaveLength(1);
  });

  it('is a minimum where the cycle is known in part', () => {
    const f = figure(rows, { cycles: [{ ...CYCLE, couverture: 'partielle' }] });
    expect(flat(f.titre)).toMatch(/^Selon les sommes connues, b reçoit le plus/);
    expect(texts(f)[0]![4]).toBe('au moins 3 $');
  });

  it('keeps to the MRC chosen, and says of another place that it is none', () => {
    const chosen = (territoire: string) => figure(rows, { choix: { ...SANS_CHOIX, territoire } });
    expect(texts(chosen('a'))).toHaveLength(1);
    expect(chosen('regional').titre).toContain('n’est pas une MRC');
  });

  it('is not told where no population is known', () => {
    expect(habitantsFigures(scene({ territoires }), [mrc('a', null)])).toEqual([]);
  });
});
