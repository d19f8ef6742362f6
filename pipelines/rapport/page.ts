/** The findings as one page to print: what matters first, then rule by rule, every cell. */
import { FICTIF } from '../../src/lib/domain/fictif';
import { type Gravite, GRAVITES, REGLES, type RegleId } from '../../src/lib/domain/regles/index';
import type { Constat } from '../lib/constats';
import type { FileCount } from '../steps/harmonise/index';
import { RESTE } from '../lib/summary';
import { STYLE } from './style';

export interface Rapport {
  readonly nom: string;
  readonly fictif: boolean;
  readonly dateDonnees: string;
  readonly au: string | null;
  readonly constats: readonly Constat[];
  /** The run stopped before rows were held to each other: more may be found next time. */
  readonly partiel: boolean;
  readonly comptes: readonly FileCount[];
}

const ENTITES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string) => text.replace(/[&<>"']/g, (mark) => ENTITES[mark] ?? mark);

const GRAVITE: Readonly<Record<Gravite, readonly [un: string, plusieurs: string, suite: string]>> =
  {
    bloquant: ['constat bloquant', 'constats bloquants', 'la publication est arrêtée'],
    avertissement: ['avertissement', 'avertissements', 'à vérifier'],
    information: ['information', 'informations', 'rien à faire'],
  };

const countOf = (n: number, gravite: Gravite) => {
  const [un, plusieurs, suite] = GRAVITE[gravite];
  return `${n} ${n < 2 ? un : plusieurs}${n === 0 ? '' : ` : ${suite}`}`;
};

const tableKey = ({ fichier, feuille }: Constat) =>
  feuille === null || feuille === undefined ? fichier : `${fichier}!${feuille}`;

/** Rules whose cell is a heading, or the first of several rows: they count no row. */
const SANS_LIGNE: ReadonlySet<RegleId> = new Set([
  'entete-inconnu',
  'entete-double',
  'colonne-non-lue',
  'colonnes-masquees',
  'lignes-masquees',
  'cellules-fusionnees',
  'separateur',
]);

/** As `3 lignes sur 117`, over the tables that the rule was broken in; null when it is not about rows. */
function sayRows({ comptes }: Rapport, regle: RegleId, own: readonly Constat[]): string | null {
  if (SANS_LIGNE.has(regle)) return null;
  const tables = new Set(own.map(tableKey));
  const read = comptes.filter((c) => tables.has(c.fichier)).reduce((a, c) => a + c.lues, 0);
  const rows = new Set(
    own.flatMap((c) => (c.cellule ? [`${tableKey(c)} ${c.cellule.replace(/^[A-Z]+/, '')}`] : [])),
  ).size;
  if (rows === 0 || read === 0) return null;
  return `${rows} ligne${rows < 2 ? '' : 's'} sur ${read}`;
}

/** What the page shows of a value; the CSV has it whole. */
const VALEUR_MAX = 300;
const clip = (text: string) => (text.length > VALEUR_MAX ? `${text.slice(0, VALEUR_MAX)}…` : text);

interface Colonne<T> {
  readonly titre: string;
  readonly classe?: string;
  readonly texte: (item: T) => string;
}

/** Rows under one heading; without it when it is null. */
interface Groupe<T> {
  readonly titre: string | null;
  readonly items: readonly T[];
}

const classOf = ({ classe }: { readonly classe?: string }) =>
  classe === undefined ? '' : ` class="${classe}"`;

function bodyOf<T>(colonnes: readonly Colonne<T>[], { titre, items }: Groupe<T>): string {
  const lines = items.map((item) => {
    const cells = colonnes.map(
      (c) => `<td${classOf(c)} data-titre="${escape(c.titre)}">${escape(c.texte(item))}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  const head =
    titre === null
      ? ''
      : `<tr class="lieu"><th scope="rowgroup" colspan="${colonnes.length}">${escape(titre)}</th></tr>\n`;
  return `<tbody>\n${head}${lines.join('\n')}\n</tbody>`;
}

/** A table whose cells bear the title of their column, for when they are shown one under the other. */
function tableOf<T>(colonnes: readonly Colonne<T>[], groupes: readonly Groupe<T>[]): string {
  const head = colonnes.map((c) => `<th scope="col"${classOf(c)}>${escape(c.titre)}</th>`);
  return `<table>
<thead><tr>${head.join('')}</tr></thead>
${groupes.map((g) => bodyOf(colonnes, g)).join('\n')}
</table>`;
}

const whole = ({ feuille }: Constat) => (feuille ? 'toute la feuille' : 'tout le fichier');

const LU: Colonne<Constat> = {
  titre: 'Valeur lue',
  classe: 'lu',
  texte: (c) => clip(c.valeur ?? ''),
};
const colonnesOf = (own: readonly Constat[]): readonly Colonne<Constat>[] => [
  { titre: 'Cellule', classe: 'ou', texte: (c) => c.cellule ?? whole(c) },
  ...(own.some((c) => c.valeur) ? [LU] : []),
  { titre: 'Constat', texte: (c) => c.message },
];

/** Findings of one rule, gathered by sheet, or by file without sheets. */
function tableOfRule(own: readonly Constat[]): string {
  const groupes = [...new Set(own.map(tableKey))].map((key) => {
    const items = own.filter((c) => tableKey(c) === key);
    return { titre: [items[0]?.fichier, items[0]?.feuille].filter(Boolean).join(' › '), items };
  });
  return tableOf(colonnesOf(own), groupes);
}

function sectionOf(rapport: Rapport, regle: RegleId, own: readonly Constat[]): string {
  const { titre, gravite, methode, aFaire } = REGLES[regle];
  const rows = sayRows(rapport, regle, own);
  const count = `${own.length} constat${own.length < 2 ? '' : 's'}`;
  return `<section id="${regle}">
<h2>${escape(titre)}</h2>
<p class="etat ${gravite}">${gravite} · ${count}${rows === null ? '' : ` · ${rows}`}</p>
<p><strong>À faire.</strong> ${escape(aFaire)}</p>
<p class="doux">Vérification : ${escape(methode)}</p>
${tableOfRule(own)}
</section>`;
}

const COMPTES: readonly Colonne<FileCount>[] = [
  { titre: 'Table', texte: (c) => c.fichier.replace('!', ' › ') },
  { titre: 'Lues', classe: 'nombre', texte: (c) => String(c.lues) },
  { titre: 'Retenues', classe: 'nombre', texte: (c) => String(c.retenues) },
  { titre: 'Écartées', classe: 'nombre', texte: (c) => String(c.ecartees) },
  { titre: 'Refusées', classe: 'nombre', texte: (c) => String(c.refusees) },
];

const rowsTable = ({ comptes }: Rapport): string =>
  comptes.length === 0
    ? ''
    : `<section id="lignes">
<h2>Lignes reçues</h2>
<p class="doux">Lues = retenues + écartées à dessein + refusées.</p>
${tableOf(COMPTES, [{ titre: null, items: comptes }])}
</section>`;

/** Rules that were broken, the most serious first, then those with the most findings. */
function rulesOf({ constats }: Rapport): (readonly [RegleId, readonly Constat[]])[] {
  const rules = [...new Set(constats.map((c) => c.regle))];
  const rank = (r: RegleId) => GRAVITES.indexOf(REGLES[r].gravite);
  return rules
    .map((r) => [r, constats.filter((c) => c.regle === r)] as const)
    .sort(([a, x], [b, y]) => rank(a) - rank(b) || y.length - x.length || (a < b ? -1 : 1));
}

function summary(rapport: Rapport): string {
  const { constats } = rapport;
  const blocked = constats.some((c) => c.gravite === 'bloquant');
  const counts = GRAVITES.map(
    (g) => `<li>${countOf(constats.filter((c) => c.gravite === g).length, g)}</li>`,
  );
  const links = rulesOf(rapport).map(
    ([r, own]) => `<li><a href="#${r}">${escape(REGLES[r].titre)}</a> (${own.length})</li>`,
  );
  const verdict = blocked
    ? 'Rien n’est publié tant qu’un constat bloquant demeure ; la publication d’avant reste en place.'
    : 'Rien n’empêche la publication.';
  const partiel = rapport.partiel ? `<p><strong>${RESTE}</strong></p>\n` : '';
  return `<p class="verdict ${blocked ? 'bloquant' : 'libre'}">${verdict}</p>
${partiel}<ul>${counts.join('')}</ul>
${links.length > 0 ? `<h2>À lire, règle par règle</h2>\n<ol>${links.join('')}</ol>` : ''}`;
}

/** A page by itself: no script, nothing fetched, made to be printed. */
export function rapportToHtml(rapport: Rapport): string {
  const { nom, dateDonnees, au, fictif } = rapport;
  const titre = `Constats sur les données : ${nom}`;
  const date = au === null ? `Données au ${dateDonnees}` : `Tel que décidé au ${au}`;
  return `<!doctype html>
<html lang="fr-CA">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(titre)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${fictif ? `<p class="fictif"><strong>${FICTIF}</strong></p>\n` : ''}<h1>${escape(titre)}</h1>
<p class="doux">${escape(date)}. À usage interne : ce rapport peut citer des données qui ne sont pas publiques.</p>
${summary(rapport)}
${rulesOf(rapport)
  .map(([r, own]) => sectionOf(rapport, r, own))
  .join('\n')}
${rowsTable(rapport)}
</main>
</body>
</html>
`;
}
