/** The findings as one page to print: what matters first, then rule by rule, every cell. */
import { type Gravite, GRAVITES, REGLES, type RegleId } from '../../src/lib/domain/regles/index';
import type { Constat } from '../lib/constats';
import type { FileCount } from '../steps/harmonise/index';
import { STYLE } from './style';

export interface Rapport {
  readonly nom: string;
  readonly fictif: boolean;
  readonly dateDonnees: string;
  readonly au: string | null;
  readonly constats: readonly Constat[];
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
  return `${n} ${n < 2 ? un : plusieurs} : ${suite}`;
};

const tableKey = ({ fichier, feuille }: Constat) =>
  feuille === null || feuille === undefined ? fichier : `${fichier}!${feuille}`;

/** As `3 lignes sur 117`, over the tables that the rule was broken in; null when it is not about rows. */
function sayRows({ comptes }: Rapport, own: readonly Constat[]): string | null {
  const tables = new Set(own.map(tableKey));
  const read = comptes.filter((c) => tables.has(c.fichier)).reduce((a, c) => a + c.lues, 0);
  const rows = new Set(
    own.flatMap((c) => (c.cellule ? [`${tableKey(c)} ${c.cellule.replace(/^[A-Z]+/, '')}`] : [])),
  ).size;
  if (rows === 0 || read === 0) return null;
  return `${rows} ligne${rows < 2 ? '' : 's'} sur ${read}`;
}

const cell = (text: string) => `<td>${escape(text)}</td>`;

const lineOf = (c: Constat) =>
  `<tr>${cell(c.fichier)}${cell(c.feuille ?? '')}${cell(c.cellule ?? '')}${cell(c.valeur ?? '')}${cell(c.message)}</tr>`;

function sectionOf(rapport: Rapport, regle: RegleId, own: readonly Constat[]): string {
  const { titre, gravite, methode, aFaire } = REGLES[regle];
  const rows = sayRows(rapport, own);
  const head = ['Fichier', 'Feuille', 'Cellule', 'Valeur lue', 'Constat'];
  return `<section id="${regle}">
<h2>${escape(titre)}</h2>
<p class="etat ${gravite}">${gravite} · ${own.length} constat${own.length < 2 ? '' : 's'}${rows === null ? '' : ` · ${rows}`}</p>
<p><strong>À faire.</strong> ${escape(aFaire)} <span class="doux">Vérification : ${escape(methode)}</span></p>
<table><thead><tr>${head.map((h) => `<th scope="col">${h}</th>`).join('')}</tr></thead>
<tbody>
${own.map(lineOf).join('\n')}
</tbody></table>
</section>`;
}

function rowsTable({ comptes }: Rapport): string {
  if (comptes.length === 0) return '';
  const head = ['Table', 'Lues', 'Retenues', 'Écartées', 'Refusées'];
  const lines = comptes.map(
    (c) =>
      `<tr>${cell(c.fichier.replace('!', ' › '))}${[c.lues, c.retenues, c.ecartees, c.refusees].map((n) => `<td class="nombre">${n}</td>`).join('')}</tr>`,
  );
  return `<h2>Lignes reçues</h2>
<table><thead><tr>${head.map((h) => `<th scope="col">${h}</th>`).join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody></table>`;
}

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
  return `<p class="verdict">${verdict}</p>
<ul>${counts.join('')}</ul>
${links.length > 0 ? `<h2>Règles</h2>\n<ol>${links.join('')}</ol>` : ''}`;
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
${fictif ? '<p class="fictif"><strong>DONNÉES FICTIVES</strong></p>\n' : ''}<h1>${escape(titre)}</h1>
<p>${escape(date)}. À usage interne : ce rapport peut citer des données qui ne sont pas publiques.</p>
${summary(rapport)}
${rowsTable(rapport)}
${rulesOf(rapport)
  .map(([r, own]) => sectionOf(rapport, r, own))
  .join('\n')}
</main>
</body>
</html>
`;
}
