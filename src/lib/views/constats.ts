import { OMISSIONS, TERMES, TITRES } from '../texte/figures';
import { DEFINITIONS } from '../texte/figures';
import type { Figure } from './figure';
import type { Scene } from './scene';
import { texteCell } from './somme';

/** What checking the received files found: a table, with no chart. */
export function constatsFigure(scene: Scene): Figure {
  const notable = scene.constats.filter((c) => c.gravite === 'avertissement');
  const titre = TITRES.constats(notable.length);
  return {
    id: 'constats',
    titre,
    seule: false,
    sousTitre: 'Constats sur les données publiées',
    alt: titre,
    chart: null,
    table: {
      legende: 'Constats, les plus sérieux d’abord',
      colonnes: [
        { cle: 'gravite', titre: TERMES.gravite, nature: 'texte' },
        { cle: 'constat', titre: TERMES.constat, nature: 'texte' },
        { cle: 'cellule', titre: TERMES.cellule, nature: 'texte' },
      ],
      lignes: scene.constats.map((c) => [
        texteCell(c.gravite),
        texteCell(c.message),
        texteCell([c.fichier.split('/').pop(), c.cellule].filter(Boolean).join(', ')),
      ]),
      total: null,
    },
    omissions: [OMISSIONS.constatsFiltres],
    definition: DEFINITIONS.constats,
    sources: [],
  };
}
