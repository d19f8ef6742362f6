import type { Engine } from '../../data/engine';
import { organismesListe } from '../../data/queries/organismes-liste';
import { ask, type Ligne } from '../../data/question';
import type { Choix } from '../../domain/choix';
import { formatCompte, formatNombre } from '../../format';
import { OMISSIONS, TERMES, TITRES } from '../../texte/figures';
import { PAGES } from '../../texte/pages';
import { nombreCell, pageCell } from '../cellules';
import { markFigures } from '../fictif';
import type { Figure } from '../figure';
import { gather } from '../gather';
import type { Page } from '../page';
import { definitionOf, type Scene, sourcesOf } from '../scene';
import { NON_PUBLIE, saySomme, sommeCell, sommeOf, texteCell } from '../somme';

type OrganismeLigne = Ligne<typeof organismesListe>;

/** More bars than this are a list: the table tells it better. */
const BARRES_MAX = 15;

const siegeOf = ({ municipalite, siege }: OrganismeLigne) =>
  [municipalite, siege].filter((m) => m !== null).join(', ');

/** Recipients, the largest sums first. */
export function organismesFigure(scene: Scene, rows: readonly OrganismeLigne[]): Figure {
  const connus = rows.filter((r) => r.montant !== null);
  const [first] = connus;
  const titre = first
    ? TITRES.organismes(rows.length, first.nom, saySomme(sommeOf([first])))
    : TITRES.rienDePublie('ces choix');
  const elements = connus.slice(0, BARRES_MAX).map((row) => ({
    etiquette: row.nom,
    valeur: row.montant,
    texte: saySomme(sommeOf([row])),
    inconnue: false,
    selection: { dimension: 'organisme', id: row.organisme_id } as const,
  }));
  const autres = connus.length - elements.length;
  return {
    id: 'organismes',
    titre,
    sousTitre: TERMES.enDollars,
    alt: `${titre} ${elements.map((e) => `${e.etiquette} : ${e.texte}`).join(' ; ')}.`,
    chart: { type: 'barres', unite: 'montant', elements },
    table: {
      legende: 'Organismes et sommes accordées',
      colonnes: [
        { cle: 'organisme', titre: TERMES.organisme, nature: 'texte' },
        { cle: 'siege', titre: TERMES.siege, nature: 'texte' },
        { cle: 'projets', titre: TERMES.projets, nature: 'nombre' },
        { cle: 'montant_accorde', titre: TERMES.accorde, nature: 'montant' },
      ],
      lignes: rows.map((row) => [
        pageCell(row.nom, 'organismes', row.organisme_id),
        siegeOf(row) === '' ? { valeur: null, texte: NON_PUBLIE } : texteCell(siegeOf(row)),
        nombreCell(row.nombre_projets),
        sommeCell(sommeOf([row])),
      ]),
      total: [
        texteCell(TERMES.total),
        texteCell(''),
        nombreCell(rows.reduce((total, row) => total + row.nombre_projets, 0)),
        sommeCell(sommeOf(rows)),
      ],
    },
    questions: ['organismes-liste'],
    lignes: true,
    omissions: autres > 0 ? [OMISSIONS.organismesEnTableau(autres)] : [],
    definition: definitionOf('accorde', 'siege'),
    sources: sourcesOf(scene, 'projets'),
  };
}

export async function composeOrganismes(engine: Engine, choix: Choix): Promise<Page> {
  const [scene, rows] = await Promise.all([
    gather(engine, choix),
    ask(engine, organismesListe, choix),
  ]);
  return {
    choix,
    fonds: scene.fonds,
    titre: PAGES.organismes.titre,
    phrases: [PAGES.organismes.phrase],
    chiffres: [],
    figures: markFigures(scene.fonds, [organismesFigure(scene, rows)]),
    resultat: `${formatCompte(rows.length, 'organisme', 'organismes')}, ${formatNombre(rows.reduce((n, r) => n + r.nombre_projets, 0))} projets.`,
  };
}
