/** The fund that random registers are of: two cycles, one of them over, three funders, seven buckets. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { RegistreFund } from '../lib/registre';

export interface Cycle {
  readonly id: string;
  readonly nom: string;
  readonly debut: string;
  readonly fin: string;
}

export const DATE_DONNEES = '2023-06-30';

export const CYCLES: readonly Cycle[] = [
  { id: '2017-2021', nom: 'Cycle 2017-2021', debut: '2017-04-01', fin: '2021-03-31' },
  { id: '2021-2026', nom: 'Cycle 2021-2026', debut: '2021-04-01', fin: '2026-03-31' },
];

export interface Bailleur {
  readonly id: string;
  readonly nom: string;
  readonly compte: boolean;
}

export const BAILLEURS: readonly Bailleur[] = [
  { id: 'brume', nom: 'Bureau des brumes', compte: true },
  { id: 'source', nom: 'Office de l’eau', compte: true },
  { id: 'heron', nom: 'Fondation du Héron', compte: false },
];

export interface Territoire {
  readonly id: string;
  readonly nom: string;
  readonly nature: 'mrc' | 'regional' | 'hors-mrc';
  readonly population: string;
}

export const TERRITOIRES: readonly Territoire[] = [
  { id: 'val', nom: 'Val-Cendré', nature: 'mrc', population: '9000' },
  { id: 'rive', nom: 'Rive-aux-Hérons', nature: 'mrc', population: '12000' },
  { id: 'pointe', nom: "Pointe-d'Étain", nature: 'mrc', population: '11000' },
  { id: 'lande', nom: 'Lande-Grise', nature: 'mrc', population: '10000' },
  { id: 'crete', nom: 'Crête-au-Vent', nature: 'mrc', population: '3000' },
  { id: 'regional', nom: 'Régional', nature: 'regional', population: '' },
  { id: 'hors', nom: 'Terres d’ailleurs', nature: 'hors-mrc', population: '' },
];

export const PRIORITES = {
  locale: [
    { id: 'logement', nom: 'Se loger' },
    { id: 'aliments', nom: 'Se nourrir' },
    { id: 'savoirs', nom: 'Apprendre' },
  ],
  regionale: [
    { id: 'transport', nom: 'Se déplacer' },
    { id: 'reseau', nom: 'Se concerter' },
    { id: 'soin', nom: 'Se soigner' },
  ],
} as const;

const FONDS_YAML = [
  'nom: Fonds de la Vallée-aux-Brumes',
  'region: Vallée-aux-Brumes',
  'mandataire: Conseil de la Vallée-aux-Brumes',
  'ordre: 1',
  'fictif: true',
  `date_donnees: ${DATE_DONNEES}`,
  'licence: { nom: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/deed.fr }',
  'cycles:',
  ...CYCLES.map(
    (c) =>
      `  - { id: ${c.id}, nom: ${c.nom}, debut: ${c.debut}, fin: ${c.fin}, couverture: complete, couverture_note: tout vient du registre. }`,
  ),
  'bailleurs:',
  ...BAILLEURS.map((b) => `  - { id: ${b.id}, nom: ${b.nom}, compte: ${String(b.compte)} }`),
  '',
].join('\n');

const lines = (...rows: readonly string[][]) => rows.map((r) => `${r.join(',')}\n`).join('');

/** The fund below a root, whose register is replaced whole each time that one is received. */
export class Monde extends RegistreFund {
  constructor(root: string) {
    super(root, null);
    this.write('fonds.yaml', FONDS_YAML);
    this.write(
      'reference/territoires.csv',
      lines(
        ['territoire_id', 'nom', 'nature', 'population'],
        ...TERRITOIRES.map((t) => [t.id, t.nom, t.nature, t.population]),
        ['non-ventile', 'Non ventilé', 'non-ventile', ''],
      ),
    );
    this.write(
      'reference/priorites.csv',
      lines(
        ['priorite_id', 'nom', 'portee', 'source_id'],
        ...Object.entries(PRIORITES).flatMap(([portee, list]) =>
          list.map(({ id, nom }) => [id, nom, portee, '']),
        ),
      ),
    );
  }

  override receiveWorkbook(bytes: Uint8Array, nom?: string): void {
    this.#clear();
    super.receiveWorkbook(bytes, nom);
  }

  override receiveTexts(texts: Readonly<Record<string, string>>, encodage?: string): void {
    this.#clear();
    super.receiveTexts(texts, encodage);
  }

  #clear(): void {
    rmSync(path.join(this.folder, 'prive'), { recursive: true, force: true });
  }
}
