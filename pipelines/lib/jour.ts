import { MOIS } from '../../src/lib/domain/mois';

/** ISO day as it is read: `15 octobre 2025`, `1er juin 2026`. */
export function sayJour(iso: string): string {
  const [annee = '', mois = '', jour = ''] = iso.split('-');
  const day = Number(jour);
  return `${day}${day === 1 ? 'er' : ''} ${MOIS[Number(mois) - 1] ?? ''} ${annee}`;
}
