/** Every mistake planted in the demonstration's reports, and where it is to be found. */
import { cheminOf } from '../../../pipelines/demo/redditions/copie';
import { readList } from './lecture';
import { plan } from './redditions';

/** As `prive/redditions/2025-2026/bilan.docx › Témoignage › H1`. */
export const say = (...parts: readonly (string | null | undefined)[]) =>
  parts.filter(Boolean).join(' › ');

/** Cell of the line of a list that holds these two values. */
function cellOf(liste: string, exercice: string, second: string): string {
  const names = Object.keys(readList(liste)[0] ?? {});
  const rang = readList(liste).findIndex(
    (l) => l['exercice'] === exercice && l[names[1] ?? ''] === second,
  );
  return `B${rang + 2}`;
}

const RECEPTIONS = 'prive/redditions/receptions.csv';
export const ACCEPTATIONS = 'prive/redditions/acceptations.csv';

export const planted = [
  ...plan.plantees.map(({ faute, copie }) => ({
    regle: faute.regle,
    lieu: say(cheminOf(copie), ...(faute.lieu ?? [])),
  })),
  {
    regle: 'reception-sans-fichier',
    lieu: say(RECEPTIONS, cellOf(RECEPTIONS, '2023-2024', 'Budget corrige P19-112.xlsx')),
  },
  {
    regle: 'acceptation-sans-reddition',
    lieu: say(ACCEPTATIONS, cellOf(ACCEPTATIONS, '2021-2022', 'P19-012')),
  },
];
