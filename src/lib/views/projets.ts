import { OMISSIONS, TERMES, TITRES } from '../texte/figures';
import { pageCell } from './cellules';
import type { Cell, Figure } from './figure';
import { definitionOf, type ProjetLigne, type Scene, sourcesOf } from './scene';
import { NON_PUBLIE, saySomme, sommeCell, sommeOf, texteCell } from './somme';

/** Announced projects, when the choices are no finer than announcements are. */
function announcedOf(scene: Scene): number | null {
  const { territoire, priorite, organisme } = scene.choix;
  if ([territoire, priorite, organisme].some((c) => c !== null)) return null;
  const counts = scene.annonces.map((a) => a.nombre_projets);
  return counts.length === 0 || counts.includes(null)
    ? null
    : counts.reduce<number>((a, n) => a + (n ?? 0), 0);
}

/** Row of a project in a list. */
export function lineOf(projet: ProjetLigne): Cell[] {
  return [
    pageCell(projet.titre, 'projets', projet.projet_id),
    projet.organisme === null
      ? { valeur: null, texte: TERMES.organismeInconnu }
      : pageCell(projet.organisme, 'organismes', projet.organisme_id),
    pageCell(projet.territoire, 'territoires', projet.territoire_id),
    texteCell(projet.priorites),
    projet.exercice_id === null
      ? { valeur: null, texte: NON_PUBLIE }
      : texteCell(projet.exercice_id),
    sommeCell(sommeOf([projet])),
  ];
}

/** More bars than this are a list: the table tells it better. */
const BARRES_MAX = 40;

/** Projects that a public source names, with what was granted to each. */
export function projetsFigure(scene: Scene): Figure {
  const shown = scene.projets.filter((p) => p.portee === 'connue');
  const coarse = scene.projets.length - shown.length;
  const announced = announcedOf(scene);
  const named = shown.filter((p) => p.annonce_id !== null).length;
  const titre = TITRES.projets(announced === null ? shown.length : named, announced);
  const elements = shown.map((p) => ({
    etiquette: p.titre,
    valeur: p.montant,
    texte: saySomme(sommeOf([p])),
    inconnue: false,
  }));
  const isDrawn = shown.length > 0 && shown.length <= BARRES_MAX;
  return {
    id: 'projets',
    titre,
    seule: false,
    sousTitre: TERMES.enDollars,
    alt: isDrawn
      ? `${titre} ${elements.map((e) => `${e.etiquette} : ${e.texte}`).join(' ; ')}.`
      : titre,
    chart: isDrawn ? { type: 'barres', unite: 'montant', elements } : null,
    table: {
      legende: 'Projets nommés par une source publique',
      colonnes: [
        { cle: 'projet', titre: TERMES.projet, nature: 'texte' },
        { cle: 'organisme', titre: TERMES.organisme, nature: 'texte' },
        { cle: 'territoire', titre: TERMES.territoire, nature: 'texte' },
        { cle: 'priorite', titre: TERMES.priorite, nature: 'texte' },
        { cle: 'exercice', titre: TERMES.exercice, nature: 'texte' },
        { cle: 'montant_accorde', titre: TERMES.accorde, nature: 'montant' },
      ],
      lignes: shown.map(lineOf),
      total:
        shown.length > 0
          ? [TERMES.total, '', '', '', ''].map(texteCell).concat(sommeCell(sommeOf(shown)))
          : null,
    },
    questions: ['projets-publies'],
    lignes: true,
    omissions: [
      ...(announced === null || announced <= named
        ? []
        : [OMISSIONS.projetsNonNommes(named, announced)]),
      ...(named < shown.length ? [OMISSIONS.projetsHorsAnnonce(shown.length - named)] : []),
      ...(coarse > 0 ? [OMISSIONS.projetsSansPlace(coarse)] : []),
    ],
    definition: definitionOf('accorde', 'projets'),
    sources: sourcesOf(scene, 'projets'),
  };
}
