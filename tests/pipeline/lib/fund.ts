/** A fund's folder below a project root, written from a plan, whose files can be changed one by one. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { filesOf } from './files';
import { type Plan, petitPlan } from './plan';

const SORTES: Readonly<Record<string, string>> = {
  'enveloppes.csv': 'enveloppes-publiques',
  'projets.csv': 'projets-publics',
  'sources.csv': 'sources-publiques',
};

export interface Declaration {
  source: string;
  sha256: string;
  encodage: string;
  separateur: string;
  ignorees: readonly string[];
}

export const LOT = 'recu/lot-1';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Bytes of a text in an encoding, without a byte order mark unless UTF-16 asks for one. */
export function encode(text: string, encodage: string): Uint8Array {
  if (encodage === 'utf-8') return Buffer.from(text, 'utf8');
  const names: Record<string, string> = { 'windows-1252': 'win1252', 'utf-16le': 'utf-16le' };
  return iconv.encode(text, names[encodage] ?? encodage, { addBOM: encodage === 'utf-16le' });
}

export class Fund {
  readonly #declared = new Map<string, Declaration>();

  constructor(
    readonly root: string,
    readonly plan: Plan = petitPlan,
  ) {
    const { recus, propres } = filesOf(plan);
    for (const [file, text] of propres) this.write(file, text);
    for (const [nom, text] of recus) {
      const { encodage, separateur } = plan;
      const source = SORTES[nom] ?? nom;
      this.#declared.set(nom, { source, encodage, separateur, sha256: '', ignorees: [] });
      this.receive(nom, encode(text, encodage));
    }
  }

  get folder(): string {
    return path.join(this.root, 'data', this.plan.id);
  }

  bytes(file: string): Uint8Array {
    return readFileSync(path.join(this.folder, file));
  }

  text(file: string): string {
    return readFileSync(path.join(this.folder, file), 'utf8');
  }

  /** Writes a file of the folder, and records no hash. */
  write(file: string, content: string | Uint8Array): void {
    const target = path.join(this.folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }

  remove(file: string): void {
    rmSync(path.join(this.folder, file));
  }

  /** Puts a received file in place and records its hash, as an operator does. */
  receive(nom: string, content: string | Uint8Array): void {
    this.write(`${LOT}/${nom}`, content);
    this.declare(nom, { sha256: sha256(Buffer.from(content)) });
  }

  /** Replaces a text once in a file; a received file gets its new hash. */
  replace(file: string, old: string, text: string): void {
    const before = this.text(file);
    if (!before.includes(old)) throw new Error(`${file} holds no « ${old} »`);
    const after = before.replace(old, () => text);
    const [, nom] = /^recu\/lot-1\/(.+)$/.exec(file) ?? [];
    if (nom !== undefined && this.#declared.has(nom)) this.receive(nom, after);
    else this.write(file, after);
  }

  /** Changes what `source.yaml` says of a file. */
  declare(nom: string, change: Partial<Declaration>): void {
    const known = this.#declared.get(nom);
    if (!known) throw new Error(`${nom} is not declared`);
    this.#declared.set(nom, { ...known, ...change });
    this.write(`${LOT}/source.yaml`, this.#sourceYaml());
  }

  #sourceYaml(): string {
    const files = [...this.#declared].flatMap(([nom, d]) => [
      `  - nom: ${nom}`,
      `    source: ${d.source}`,
      `    sha256: ${JSON.stringify(d.sha256)}`,
      `    encodage: ${d.encodage}`,
      `    separateur: ${JSON.stringify(d.separateur)}`,
      `    colonnes_ignorees: ${JSON.stringify(d.ignorees)}`,
    ]);
    const head = ['editeur: Conseil', 'url: https://exemple.org', 'date: 2022-07-01', 'fichiers:'];
    return [...head, ...files, ''].join('\n');
  }
}
