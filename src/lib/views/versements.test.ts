import { describe, expect, it } from 'vitest';
import { type VersementLigne, versementsFigures } from './versements';

const flat = (text: string) => text.replace(/[\s\u00a0]+/g, ' ');
const versement = (date_versement: string, montant: number, date_precision = 'jour') =>
  ({
    ...{ versement_id: date_versement, date_versement, date_precision, montant },
    ...{ exercice_id: '2025-2026', source_id: 's', editeur: 'Le fonds', source: 'Registre' },
    ...{ url: null, date_source: null, provenance: `recu/registre.xlsx!Versements!E${montant}` },
  }) satisfies VersementLigne;

const ACCORDE = { dollars: 100, precision: 'exact' } as const;
const rows = [versement('2025-06-15', 40.1), versement('2025-12-31', 40.2, 'mois')];

describe('payments to a project', () => {
  it('add up in time, against what was granted, each with its cell', () => {
    const [figure] = versementsFigures(rows, ACCORDE);
    expect(figure!.table.lignes.map((row) => row.map((cell) => flat(cell.texte)))).toEqual([
      [
        '15 juin 2025',
        '40,10 $',
        '40,10 $',
        '40,1 %',
        '2025-2026',
        'registre.xlsx Versements E40.1',
      ],
      [
        'décembre 2025',
        '40,20 $',
        '80,30 $',
        '80,3 %',
        '2025-2026',
        'registre.xlsx Versements E40.2',
      ],
    ]);
    expect(flat(figure!.titre)).toBe('2 versements : 80,30 $ versés, soit 80,3 % de l’accordé.');
    expect(figure!.sources[0]!.cellules).toHaveLength(2);
  });

  it('say no share of a sum that bounds nothing, and are not drawn before the first', () => {
    const [figure] = versementsFigures(rows.slice(0, 1), null);
    expect(flat(figure!.titre)).toBe('Un versement : 40,10 $ versés.');
    expect(versementsFigures([], ACCORDE)).toEqual([]);
  });
});
