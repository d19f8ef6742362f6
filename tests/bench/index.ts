/** `npm run bench`: what is waited for as a fund grows, beside bare tools in the same run; one part by its name. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { measureEngine, type Moteur } from './navigateur';
import type { Passage } from './passage';
import { writeFund } from './registre';
import { type Liste, measureList, measureViews, type Vue } from './site';

const PROJETS = [10_000, 100_000, 1_000_000];
/** The product may take so many times what a bare copy takes. */
const RAPPORT_MAX = 10;
/** Ten times the projects may take so many times the time. */
const CROISSANCE_MAX = 10;
const MEMOIRE_MAX = 1500;
/** The engine may take so many times what bare DuckDB-WASM takes to open. */
const OUVERTURE_MAX = 1.2;
/** Milliseconds: between two images of a screen, and to the largest paint. */
const [IMAGE, PEINTURE_MAX] = [16, 1500];

interface Mesure {
  readonly projets: number;
  readonly produit: Passage;
  readonly copie: Passage;
}

function measure(sorte: 'produit' | 'copie', racine: string): Passage {
  const script = path.join(import.meta.dirname, 'passage.ts');
  const args = ['--import', 'tsx', script, sorte, racine];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Passage;
}

function measureSize(projets: number): Mesure {
  const racine = mkdtempSync(path.join(tmpdir(), 'retombees-bench-'));
  try {
    writeFund(racine, projets);
    return { projets, copie: measure('copie', racine), produit: measure('produit', racine) };
  } finally {
    rmSync(racine, { recursive: true, force: true });
  }
}

const verdict = (held: boolean) => (held ? 'oui' : '**non**');
const round = (n: number, digits = 1) => n.toFixed(digits).replace('.', ',');

function lineOf({ projets, produit, copie }: Mesure, before: Mesure | undefined): string[] {
  const rapport = produit.secondes / copie.secondes;
  const croissance = before
    ? produit.secondes / before.produit.secondes / (projets / before.projets / 10)
    : null;
  return [
    projets.toLocaleString('fr-CA'),
    round(copie.secondes, 2),
    round(produit.secondes),
    `${round(rapport)} (${verdict(rapport <= RAPPORT_MAX)})`,
    croissance === null ? '' : `${round(croissance)} (${verdict(croissance <= CROISSANCE_MAX)})`,
    `${round(produit.memoire, 0)} (${verdict(produit.memoire <= MEMOIRE_MAX)})`,
  ];
}

/** Rows of a table in Markdown. */
const tableOf = (titre: string, lignes: readonly (readonly string[])[]): string =>
  [`## ${titre}`, '', ...lignes.map((l) => `| ${l.join(' | ')} |`), ''].join('\n');

const ruleOf = (entete: readonly string[]) => entete.map(() => '---');

const engineLine = ({ octrois, produit, nu, premier, choix, requetes }: Moteur): string[] => [
  octrois.toLocaleString('fr-CA'),
  round(nu, 0),
  round(produit, 0),
  `${round(produit / nu, 2)} (${verdict(produit / nu <= OUVERTURE_MAX)})`,
  round(premier, 0),
  `${round(choix.p50, 0)} / ${round(choix.p95, 0)} (${verdict(choix.p95 <= IMAGE)})`,
  `${round(requetes.p50, 0)} / ${round(requetes.p95, 0)}`,
  round(requetes.p50 / choix.p50),
];

const viewLine = ({ page, octets, peinture, deplacement, blocage }: Vue): string[] => [
  page,
  ...Object.values(octets).map((kilo) => round(kilo, 0)),
  `${round(peinture, 0)} (${verdict(peinture <= PEINTURE_MAX)})`,
  round(deplacement, 3),
  round(blocage, 0),
];

const listLine = ({ projets, recherches, defilement }: Liste): string[] => [
  projets.toLocaleString('fr-CA'),
  recherches
    .toSorted((a, b) => a - b)
    .map((ms) => round(ms, 0))
    .join(', '),
  `${round(defilement, 0)} (${verdict(defilement === 0)})`,
];

const PRODUIT = [
  ...['projets', 'copie nue (s)', 'produit (s)', `rapport (≤ ${RAPPORT_MAX})`],
  `dix fois plus de projets (≤ ${CROISSANCE_MAX} fois le temps)`,
  `mémoire en Mo (≤ ${MEMOIRE_MAX})`,
];
const MOTEUR = [
  ...['octrois', 'DuckDB nu (ms)', 'moteur (ms)', `rapport (≤ ${OUVERTURE_MAX})`],
  ...['premier choix (ms)', `choix p50 / p95 (ms, ≤ ${IMAGE})`],
  ...['requêtes simples p50 / p95 (ms)', 'rapport'],
];
const VUE = [
  ...['page', 'HTML (ko)', 'scripts (ko)', 'styles (ko)', 'polices (ko)', 'autre (ko)'],
  ...[`plus grand affichage (ms, ≤ ${PEINTURE_MAX})`, 'déplacement', 'blocage (ms)'],
];
const LISTE = ['projets', 'recherches (ms)', 'plus longue tâche au défilement (ms, 0)'];

const RESULTATS = path.join(import.meta.dirname, 'resultats.json');
const say = (text: string) => process.stdout.write(`${text}\n`);

/** Prints the table of a part and keeps its results, with when and where they were measured. */
function keep(part: string, mesures: unknown, entete: readonly string[], lignes: string[][]): void {
  const machine = `${cpus()[0]?.model ?? '?'}, ${cpus().length} processeurs`;
  const date = new Date().toISOString().slice(0, 10);
  say(`${date}, Node ${process.version}, ${machine}\n`);
  say(tableOf(part, [entete, ruleOf(entete), ...lignes]));
  const kept = JSON.parse(readFileSync(RESULTATS, 'utf8')) as Record<string, unknown>;
  const all = { ...kept, [part]: { date, node: process.version, machine, mesures } };
  writeFileSync(RESULTATS, `${JSON.stringify(all, null, 2)}\n`);
}

const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  async chaine() {
    const mesures = PROJETS.map(measureSize);
    const lignes = mesures.map((m, i) => lineOf(m, mesures[i - 1]));
    keep('chaine', mesures, PRODUIT, lignes);
  },
  async moteur() {
    const mesures = [await measureEngine(0, 60), await measureEngine(200_000, 20)];
    keep('moteur', mesures, MOTEUR, mesures.map(engineLine));
  },
  async vues() {
    const mesures = await measureViews();
    keep('vues', mesures, VUE, mesures.map(viewLine));
  },
  async listes() {
    const mesures = [await measureList(0), await measureList(10_000), await measureList(100_000)];
    keep('listes', mesures, LISTE, mesures.map(listLine));
  },
};

const [asked] = process.argv.slice(2);
if (asked !== undefined && !(asked in PARTS))
  throw new Error(`Pas de partie « ${asked} » : ${Object.keys(PARTS).join(', ')}`);
for (const [part, measure] of Object.entries(PARTS))
  if (asked === undefined || asked === part) await measure();
