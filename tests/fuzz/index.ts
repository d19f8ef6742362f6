/** `npm run fuzz`: ten thousand spoilt files of each format. */
import { essayer } from './essais';
import { NOMS } from './formats';

const ESSAIS = 10_000;

process.stdout.write(
  '| format | essais | acceptés | refusés | défauts | accès ailleurs | mémoire (Mo) |\n' +
    '| --- | --- | --- | --- | --- | --- | --- |\n',
);
for (const nom of NOMS) {
  const { acceptees, refusees, defauts, acces, memoire } = await essayer(nom, ESSAIS);
  const cells = [nom, ESSAIS, acceptees, refusees, defauts.length, acces.length, memoire];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
  for (const { graine, erreur } of defauts.slice(0, 5))
    process.stderr.write(`${nom}, graine ${graine} : ${erreur}\n`);
  for (const one of acces.slice(0, 5)) process.stderr.write(`${nom} : ${one}\n`);
  if (defauts.length + acces.length > 0) process.exitCode = 1;
}
