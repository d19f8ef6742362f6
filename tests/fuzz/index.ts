/** `npm run fuzz`: ten thousand spoilt files of each format. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { essayer } from './essais';
import { formatsIn } from './formats';

const ESSAIS = 10_000;

const dossier = mkdtempSync(path.join(tmpdir(), 'retombees-fuzz-'));
mkdirSync(path.join(dossier, 'formulaires'));
process.stdout.write(
  '| format | essais | acceptés | refusés | défauts |\n| --- | --- | --- | --- | --- |\n',
);
for (const format of formatsIn(dossier)) {
  const { nom, essais, acceptees, refusees, defauts } = await essayer(format, ESSAIS);
  process.stdout.write(`| ${nom} | ${essais} | ${acceptees} | ${refusees} | ${defauts.length} |\n`);
  for (const { graine, erreur } of defauts.slice(0, 5))
    process.stderr.write(`${nom}, graine ${graine} : ${erreur}\n`);
  if (defauts.length > 0) process.exitCode = 1;
}
rmSync(dossier, { recursive: true });
