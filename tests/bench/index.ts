/** `npm run bench`: what the product costs as a register grows, beside what a bare copy costs in the same run. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import type { Passage } from './passage';
import { writeFund } from './registre';

const PROJETS = [1000, 10_000, 100_000];
/** The product may take so many times what a bare copy takes. */
const RAPPORT_MAX = 10;
/** Ten times the projects may take so many times the time. */
const CROISSANCE_MAX = 10;
const MEMOIRE_MAX = 1500;

interface Mesure {
  readonly projets: number;
  readonly produit: Passage;
  readonly copie: Passage;
}

function measure(sorte: 'produit' | 'copie', racine: string): Passage {
  const script = path.join(import.meta.dirname, 'passage.ts');
  const args = ['--max-old-space-size=8192', '--import', 'tsx', script, sorte, racine];
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

function lineOf({ projets, produit, copie }: Mesure, before: Mesure | undefined): string {
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
  ].join(' | ');
}

const mesures = PROJETS.map(measureSize);
const machine = `${cpus()[0]?.model ?? '?'}, ${cpus().length} processeurs`;
const date = new Date().toISOString().slice(0, 10);
const [entete, ...lignes] = [
  `projets | copie nue (s) | produit (s) | rapport (≤ ${RAPPORT_MAX}) | dix fois plus de projets (≤ ${CROISSANCE_MAX} fois le temps) | mémoire en Mo (≤ ${MEMOIRE_MAX})`,
  '--- | --- | --- | --- | --- | ---',
  ...mesures.map((m, i) => lineOf(m, mesures[i - 1])),
].map((l) => `| ${l} |`);
process.stdout.write(
  `${date}, Node ${process.version}, ${machine}\n\n${[entete, ...lignes].join('\n')}\n`,
);
writeFileSync(
  path.join(import.meta.dirname, 'resultats.json'),
  `${JSON.stringify({ date, node: process.version, machine, mesures }, null, 2)}\n`,
);
