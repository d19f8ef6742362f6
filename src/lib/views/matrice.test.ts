import { describe, expect, it } from 'vitest';
import { CYCLE, scene } from '../../../tests/lib/scene';
import { matriceFigure, type MatriceLigne } from './matrice';

const flat = (text: string) => text.replace(/[\s\u00a0]+/g, ' ');
const ligne = (
  priorite: string,
  territoire: string,
  montant: number,
  own: Partial<MatriceLigne> = {},
): MatriceLigne => ({
  ...{ priorite_id: priorite, priorite, territoire_id: territoire, territoire },
  portee_priorite: priorite === 'cachee' ? 'non-publiee' : 'locale',
  ...{ ordre: territoire.charCodeAt(0), portee: 'connue', montant, precisions: 'exact' },
  arrondi_seul: false,
  ...own,
});
const rows = [
  ligne('cachee', 'a', 1000),
  ligne('petite', 'b', 400),
  ligne('grande', 'a', 3000.25),
  ligne('grande', 'b', 2000),
];
const figure = (all = rows, own = {}) => matriceFigure(scene(own), all);
const texts = (f: ReturnType<typeof figure>) =>
  f.table.lignes.map((row) => row.map((cell) => flat(cell.texte)));
const courts = (f: ReturnType<typeof figure>) =>
  f.chart?.type === 'matrice'
    ? f.chart.lignes.map(({ cases }) => cases.map((own) => own?.court ?? null))
    : [];

describe('the matrix of priorities and territories', () => {
  it('sorts rows by their sum, what is not tied to a priority last, and totals both ways', () => {
    expect(texts(figure())).toEqual([
      ['grande', '3 000,25 $', '2 000 $', '5 000,25 $'],
      ['petite', '–', '400 $', '400 $'],
      ['cachee', '1 000 $', '–', '1 000 $'],
    ]);
    expect(figure().table.total?.map((c) => flat(c.texte))).toEqual([
      'Total connu',
      '4 000,25 $',
      '2 400 $',
      '6 400,25 $',
    ]);
    expect(flat(figure().titre)).toContain('« grande », territoire « a » : 3 000,25 $');
  });

  it('writes thousands in the image, never zero for what is not', () => {
    expect(courts(figure())).toEqual([
      ['3', '2'],
      [null, '<1'],
      ['1', null],
    ]);
  });

  it('marks how well each is known, and says what the mark means', () => {
    const partielle = { cycles: [{ ...CYCLE, couverture: 'partielle' }] };
    expect(courts(figure(rows.slice(2), partielle))[0]).toEqual(['≥3', '≥2']);
    expect(figure(rows, partielle).omissions.join()).toContain('≥ : au moins');
    const derive = figure([ligne('grande', 'a', 3000, { precisions: 'derive' })]);
    expect(courts(derive)).toEqual([['3*']]);
    expect(derive.omissions.join()).toContain('calculé');
    expect(figure().omissions).toEqual([]);
  });

  it('keeps what the choices cannot place apart from what is known', () => {
    const f = figure([...rows, ligne('cachee', 'z', 9000, { portee: 'inconnue' })]);
    expect(texts(f)[2]!.slice(3)).toEqual(['part inconnue, dans 9 000 $', '1 000 $']);
    expect(f.table.total?.at(-1)?.valeur).toBe(6400.25);
    expect(f.chart?.type === 'matrice' && f.chart.lignes[2]!.cases[2]).toMatchObject({
      inconnue: true,
      court: '9',
    });
  });

  it('selects the territory and the priority of a cell', () => {
    const { chart } = figure();
    expect(chart?.type === 'matrice' && chart.lignes[0]!.cases[1]?.selection).toEqual({
      ...{ dimension: 'territoire', id: 'b' },
      et: { dimension: 'priorite', id: 'grande' },
    });
  });

  it('says that priorities are not public where most of the money has none', () => {
    expect(figure([ligne('cachee', 'a', 3000), ligne('petite', 'a', 10)]).titre).toContain(
      'Aucune source ne donne la priorité de 99,7',
    );
  });
});
