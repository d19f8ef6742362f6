import { describe, expect, it } from 'vitest';
import { CYCLE, scene } from '../../../tests/lib/scene';
import { SANS_CHOIX } from '../domain/choix';
import { type CompteLigne, cyclePhrases, demandesFigures } from './demandes';
import { montantsFigures } from './demandes-montants';
import type { Scene } from './scene';

const flat = (text: string) => text.replace(/[\s\u00a0]+/g, ' ');
const compte = (
  portee: string,
  ids: string,
  toutes: number,
  accordees: number,
  own: Partial<CompteLigne> = {},
): CompteLigne => ({
  ...{ compte_id: `${portee}/${ids}`, cycle_id: CYCLE.cycle_id, portee, ids },
  noms: ids === '' ? null : ids.replaceAll('+', '\n'),
  ...{ nombre_demandes: toutes, nombre_accordees: accordees },
  nombre_non_accordees: toutes - accordees,
  ...{ nombre_refusees: null, nombre_retirees: null, nombre_en_attente: null },
  ...{ montant_demande: toutes * 1000, montant_accorde: accordees * 500 },
  ...{ source_id: 's', editeur: 'Le fonds', source: 'Registre', url: null, date_source: null },
  date_effet: null,
  provenance: 'recu/registre.xlsx!Demandes',
  ...own,
});
const rows = [
  compte('appel', 'automne', 24, 10),
  compte('appel', 'hiver', 20, 5, { nombre_en_attente: 15 }),
  compte('cycle', '', 44, 15, { nombre_refusees: 20, nombre_retirees: 9, nombre_en_attente: 0 }),
  compte('territoire', 'a', 16, 7),
  compte('territoire', 'b+c', 28, 8),
];
const figure = (sujet: 'appel' | 'territoire', own: Partial<Scene> = {}, all = rows) =>
  demandesFigures(scene(own), all, sujet, true)[0]!;
const piles = (f: ReturnType<typeof figure>) => (f.chart?.type === 'piles' ? f.chart.elements : []);

describe('applications counted', () => {
  it('are granted or not, or wait where all of the others do', () => {
    const [automne, hiver] = piles(figure('appel'));
    expect(automne!.segments).toEqual([
      { categorie: 'accordees', valeur: 10 },
      { categorie: 'nonAccordees', valeur: 14 },
    ]);
    expect(hiver!.segments[1]).toEqual({ categorie: 'enAttente', valeur: 15 });
    expect(flat(figure('appel').titre)).toBe('hiver : 5 accordées sur 20 demandes.');
  });

  it('say nothing of a detail that is not told, and end with the cycle', () => {
    const texts = figure('appel').table.lignes.map((row) => row.map((c) => flat(c.texte)));
    expect(texts[0]).toEqual([
      ...['automne', CYCLE.cycle_id, '24', '10', '14'],
      ...['non détaillé', 'non détaillé', 'non détaillé', '24 000 $', '5 000 $'],
    ]);
    expect(texts[2]!.slice(0, 8)).toEqual([
      ...[`Ensemble du cycle ${CYCLE.cycle_id}`, CYCLE.cycle_id],
      ...['44', '15', '29', '20', '9', '0'],
    ]);
  });

  it('name what was put together, and say why', () => {
    const f = figure('territoire');
    expect(piles(f).map(({ etiquette }) => etiquette)).toEqual(['a', 'b et c']);
    expect(f.titre).toContain('« a »');
    expect(f.omissions.join()).toContain('mis ensemble');
    expect(figure('appel').omissions.join()).not.toContain('mis ensemble');
  });

  it('follow their own choice, alone or with others, and no other', () => {
    const chosen = (choix: object) => ({ choix: { ...SANS_CHOIX, ...choix } });
    expect(piles(figure('territoire', chosen({ territoire: 'c' })))).toHaveLength(1);
    expect(figure('territoire', chosen({ territoire: 'c' })).omissions.join()).not.toContain(
      'croisées',
    );
    const crossed = figure('territoire', chosen({ priorite: 'p' }));
    expect(piles(crossed)).toHaveLength(2);
    expect(crossed.omissions.join()).toContain('croisées');
    expect(figure('appel', chosen({ territoire: 'a' })).omissions.join()).toContain(
      'ne suivent ni',
    );
  });

  it('say which cycles count none, and are not there for a fund that counts none', () => {
    const cycles = [CYCLE, { ...CYCLE, cycle_id: '2019-2024' }];
    expect(figure('appel', { cycles }).omissions.join()).toContain('pour 2019-2024');
    expect(demandesFigures(scene(), [], 'appel', false)).toEqual([]);
    expect(figure('appel', {}, []).titre).toContain('Aucune demande');
  });

  it('are told by cycle in a sentence', () => {
    expect(cyclePhrases(rows).map(flat)).toEqual([
      '2024-2029 : 44 demandes, dont 15 accordées, 20 refusées et 9 retirées.',
    ]);
    const small = [compte('cycle', '', 44, 15, { date_effet: '2026-05-20' })];
    expect(cyclePhrases(small).map(flat)).toEqual([
      '2024-2029, au 20 mai 2026 : 44 demandes, dont 15 accordées et 29 non accordées.',
    ]);
  });
});

it('dollars granted are held against dollars asked for', () => {
  const [f] = montantsFigures(scene(), rows);
  expect(flat(f!.titre)).toBe('hiver : 20 000 $ demandés, 2 500 $ accordés, soit 12,5 %.');
  expect(f!.chart?.type === 'puces' && f!.chart.panneaux[0]!.elements[0]).toMatchObject({
    valeur: 5000,
    cible: 24_000,
  });
});
